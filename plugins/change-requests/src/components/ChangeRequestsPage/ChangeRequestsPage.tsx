import {
  identityApiRef,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink, Container } from '@backstage/ui';
import { changeRequestReadPermission } from '@internal/plugin-change-requests-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { changeRequestsApiRef } from '../../api/ChangeRequestsApi';
import { loadChangeRequests } from '../../api/loadChangeRequests';
import { createPageRouteRef } from '../../routes';
import { changeRequestsTranslationRef } from '../../translation';
import { ChangeRequestFilters } from './ChangeRequestFilters';
import { ChangeRequestTable } from './ChangeRequestTable';
import { TableSkeleton } from './TableSkeleton';
import { filterChangeRequests } from './filterChangeRequests';
import { useFilterParameters } from './useFilterParameters';
import styles from './ChangeRequestsPage.module.css';

const refreshMilliseconds = 5_000;

/** All change requests, narrowed by filters, always as they are now. */
export function ChangeRequestsPage() {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const api = useApi(changeRequestsApiRef);
  const identityApi = useApi(identityApiRef);
  const createPath = useRouteRef(createPageRouteRef)?.();
  const parameters = useFilterParameters();
  const result = useAsyncData({
    key: 'change-requests',
    load: async signal => {
      const [list, identity] = await Promise.all([
        loadChangeRequests(api, signal),
        identityApi.getBackstageIdentity(),
      ]);
      return { ...list, user: identity.userEntityRef };
    },
    pollEvery: refreshMilliseconds,
  });
  const create = createPath && (
    <ButtonLink variant="primary" href={createPath}>
      {t('list.create')}
    </ButtonLink>
  );

  return (
    <Container className={styles.page}>
      <AsyncContent
        result={result}
        permission={changeRequestReadPermission.name}
        skeleton={<TableSkeleton />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('list.empty.title')}
            description={t('list.empty.description')}
            action={create}
          />
        }
      >
        {({ items, total, user }) => (
          <div className={styles.content}>
            <ChangeRequestFilters
              platforms={platformsOf(items)}
              parameters={parameters}
            />
            {total > items.length && (
              <Alert
                status="info"
                icon
                title={t('list.tooMany', { shown: String(items.length) })}
              />
            )}
            <ChangeRequestTable
              requests={filterChangeRequests(items, {
                ...parameters.filter,
                requester: parameters.filter.by === 'me' ? user : '',
              })}
              onClearFilters={parameters.clearFilters}
            />
          </div>
        )}
      </AsyncContent>
    </Container>
  );
}

function platformsOf(requests: readonly { platform: string }[]): string[] {
  return [...new Set(requests.map(request => request.platform))].sort();
}
