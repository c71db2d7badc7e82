import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { changeRequestReadPermission } from '@internal/plugin-change-requests-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { changeRequestsApiRef } from '../../api/ChangeRequestsApi';
import { appOfEntity } from '../../appOfEntity';
import { rootRouteRef } from '../../routes';
import { changeRequestsTranslationRef } from '../../translation';
import { ChangeRequestRow } from './ChangeRequestRow';
import styles from './EntityChangeRequestsCard.module.css';

const refreshMilliseconds = 10_000;
const rowsShown = 5;

/** The latest change requests of the app a component stands for. */
export function EntityChangeRequestsCard() {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { entity } = useEntity();
  const api = useApi(changeRequestsApiRef);
  const listPath = useRouteRef(rootRouteRef)?.();
  const { app, platform } = appOfEntity(entity);
  const result = useAsyncData({
    key: `${platform} ${app}`,
    load: signal =>
      api.listChangeRequests({ app, platform, limit: rowsShown }, signal),
    pollEvery: refreshMilliseconds,
  });

  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={result}
          permission={changeRequestReadPermission.name}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState
              headingLevel="h3"
              title={t('card.empty.title')}
              description={t('card.empty.description')}
            />
          }
        >
          {({ items }) => (
            <ul className={styles.list}>
              {items.map(request => (
                <ChangeRequestRow key={request.id} request={request} />
              ))}
            </ul>
          )}
        </AsyncContent>
      </CardBody>
      {listPath && (
        <CardFooter>
          <Link href={`${listPath}?${new URLSearchParams({ text: app })}`}>
            {t('card.all')}
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
