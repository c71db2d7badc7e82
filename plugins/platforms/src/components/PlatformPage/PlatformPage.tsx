import {
  BreadcrumbEntry,
  PageLayout,
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Skeleton } from '@backstage/ui';
import {
  PlatformOverview,
  platformReadPermission,
} from '@internal/plugin-platforms-common';
import { AsyncContent, AsyncResult, EmptyState } from '@internal/portal-ui';
import { RiQuestionLine, RiStackLine } from '@remixicon/react';
import { platformRouteRef, rootRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';
import { PlatformContent } from './PlatformContent';
import styles from './PlatformPage.module.css';

const tabs = ['overview', 'units', 'findings', 'hosts', 'secrets'] as const;

/** One platform: how it is being read, and everything that was read. */
export function PlatformPage(props: {
  platforms: AsyncResult<PlatformOverview[]>;
}) {
  const { platforms } = props;
  const { t } = useTranslationRef(platformsTranslationRef);
  const { id } = useRouteRefParams(platformRouteRef);
  const listPath = useRouteRef(rootRouteRef)?.() ?? '';
  const home = useRouteRef(platformRouteRef)?.({ id }) ?? '';
  const platform =
    platforms.status === 'ready'
      ? platforms.data.find(item => item.id === id)
      : undefined;

  return (
    <BreadcrumbEntry entry={{ label: t('page.title'), href: listPath }}>
      <PageLayout
        title={platform?.title ?? id}
        icon={<RiStackLine />}
        tabs={
          platform &&
          tabs.map(tab => ({
            id: tab,
            label: t(`tab.${tab}`),
            href: `${home}/${tab}`,
          }))
        }
      >
        <Container className={styles.page}>
          <AsyncContent
            result={platforms}
            permission={platformReadPermission.name}
            skeleton={
              <div className={styles.content}>
                <Skeleton width="60%" height={24} />
                <Skeleton width="100%" height={160} />
                <Skeleton width="100%" height={240} />
              </div>
            }
            isEmpty={() => platform === undefined}
            empty={
              <EmptyState
                icon={<RiQuestionLine />}
                title={t('notFound.title')}
                description={t('notFound.description', { id })}
                action={
                  <ButtonLink variant="secondary" href={listPath}>
                    {t('notFound.back')}
                  </ButtonLink>
                }
              />
            }
          >
            {() => platform && <PlatformContent platform={platform} />}
          </AsyncContent>
        </Container>
      </PageLayout>
    </BreadcrumbEntry>
  );
}
