import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  Card,
  CardBody,
  CardHeader,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { AsyncContent, useAsyncData } from '@internal/portal-ui';
import { platformFieldsTranslationRef } from '../translation';
import { appOfComponent } from './appOfComponent';
import styles from './EntityChangesCard.module.css';

/** Marks templates that are offered on the page of an app. */
const offeredOnAnnotation = 'portal.internal/offered-on';

/** The changes one can ask for, each as a form that knows the app already. */
export function EntityChangesCard() {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { entity } = useEntity();
  const catalogApi = useApi(catalogApiRef);
  const templatePath = useRouteRef(scaffolderPlugin.routes.selectedTemplate);
  const formData = JSON.stringify(appOfComponent(entity));
  const templates = useAsyncData({
    key: 'templates',
    load: async () =>
      (
        await catalogApi.getEntities({
          filter: {
            kind: 'Template',
            [`metadata.annotations.${offeredOnAnnotation}`]: 'app',
          },
          fields: ['kind', 'metadata'],
          order: [{ field: 'metadata.title', order: 'asc' }],
        })
      ).items,
  });

  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('appCard.title')}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t('appCard.description')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={templates}
          permission="catalog.entity.read"
          skeleton={<Skeleton width="100%" height={120} />}
        >
          {items => (
            <ul className={styles.list}>
              {items.map(({ metadata }) => {
                const path = templatePath?.({
                  namespace: metadata.namespace ?? 'default',
                  templateName: metadata.name,
                });
                return (
                  <li key={metadata.name}>
                    {path ? (
                      <Link
                        href={`${path}?${new URLSearchParams({ formData })}`}
                      >
                        {metadata.title ?? metadata.name}
                      </Link>
                    ) : (
                      (metadata.title ?? metadata.name)
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </AsyncContent>
      </CardBody>
    </Card>
  );
}
