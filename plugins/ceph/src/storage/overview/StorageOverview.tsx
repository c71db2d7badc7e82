import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiDatabase2Line } from '@remixicon/react';
import { cephApiRef } from '../../api/CephApi';
import { cephTranslationRef } from '../../translation';
import { ClusterCard } from './ClusterCard';
import styles from './overview.module.css';

const refreshMilliseconds = 15_000;

/** Storage of every cluster in a sentence each. */
export function StorageOverview() {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const result = useAsyncData({
    key: 'storage',
    load: signal => api.listStorage({}, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent
      result={result}
      permission={storageReadPermission.name}
      skeleton={
        <div className={styles.cards}>
          <Skeleton width="100%" height={200} />
          <Skeleton width="100%" height={200} />
          <Skeleton width="100%" height={200} />
        </div>
      }
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          icon={<RiDatabase2Line />}
          title={t('storage.overview.empty.title')}
          description={t('storage.overview.empty.description')}
        />
      }
    >
      {({ items }) => (
        <ul className={styles.cards} aria-label={t('storage.overview.label')}>
          {items.map(storage => (
            <ClusterCard
              key={`${storage.platform} ${storage.cluster}`}
              storage={storage}
            />
          ))}
        </ul>
      )}
    </AsyncContent>
  );
}
