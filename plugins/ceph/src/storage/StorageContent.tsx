import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { cephApiRef, StoragePlace } from '../api/CephApi';
import { cephTranslationRef } from '../translation';
import { CephPanel } from './ceph/CephPanel';
import { NoCeph } from './ceph/NoCeph';
import styles from './storage.module.css';

const refreshMilliseconds = 15_000;

/** How storage of a cluster is: that of each of its Ceph clusters. */
export function StorageContent({ place }: { place: StoragePlace }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const { platform, cluster } = place;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster]),
    load: signal => api.listStorage({ platform }, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent
      result={result}
      permission={storageReadPermission.name}
      skeleton={
        <div className={styles.content}>
          <Skeleton width="100%" height={96} />
          <Skeleton width="100%" height={240} />
        </div>
      }
    >
      {({ items }) => {
        const found = items.find(item => item.cluster === cluster);
        if (!found) {
          return (
            <EmptyState
              icon={<RiQuestionLine />}
              title={t('storage.notFound.title')}
              description={t('storage.notFound.description', { cluster })}
            />
          );
        }
        return found.ceph.length === 0 ? (
          <NoCeph storage={found} />
        ) : (
          <div className={styles.clusters}>
            {found.ceph.map(({ name }) => (
              <CephPanel
                key={name}
                ceph={{ platform, cluster, name }}
                isNamed={found.ceph.length > 1}
              />
            ))}
          </div>
        );
      }}
    </AsyncContent>
  );
}
