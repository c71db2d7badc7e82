import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { cephApiRef } from '../../api/CephApi';
import { namePlace } from '../../frame/namePlace';
import { clusterRouteRef } from '../../routes';
import { cephTranslationRef } from '../../translation';

const refreshMilliseconds = 15_000;

/** Storage of every cluster in a sentence. */
export function StorageOverview() {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const clusterRoute = useRouteRef(clusterRouteRef);
  const result = useAsyncData({
    key: 'storage',
    load: signal => api.listStorage({}, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent
      result={result}
      permission={storageReadPermission.name}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title={t('storage.overview.empty.title')}
          description={t('storage.overview.empty.description')}
        />
      }
    >
      {({ items }) => (
        <ul>
          {items.map(({ platform, cluster }) => (
            <li key={`${platform} ${cluster}`}>
              <Link href={clusterRoute?.({ platform, cluster }) ?? ''}>
                {namePlace({ platform, cluster })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </AsyncContent>
  );
}
