import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { CephName, cephApiRef } from '../../api/CephApi';
import { cephTranslationRef } from '../../translation';
import { CephView } from './CephView';
import styles from '../storage.module.css';

const refreshMilliseconds = 15_000;

export interface CephPanelProps {
  ceph: CephName;
  /** Whether its name is said, for it is not the only one. */
  isNamed?: boolean;
}

/** One Ceph cluster, read again and again. */
export function CephPanel({ ceph, isNamed }: CephPanelProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const result = useAsyncData({
    key: JSON.stringify(ceph),
    load: signal => api.getCeph(ceph, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <div className={styles.content}>
      {isNamed && (
        <Text as="h2" variant="title-small" weight="bold">
          <bdi>{ceph.name}</bdi>
        </Text>
      )}
      <AsyncContent
        result={result}
        permission={storageReadPermission.name}
        skeleton={
          <div className={styles.content}>
            <Skeleton width="100%" height={96} />
            <Skeleton width="100%" height={240} />
            <Skeleton width="100%" height={240} />
          </div>
        }
        notFound={
          <EmptyState
            icon={<RiQuestionLine />}
            title={t('storage.gone.title', { name: ceph.name })}
            description={t('storage.gone.description', {
              cluster: ceph.cluster,
            })}
          />
        }
      >
        {detail => <CephView detail={detail} />}
      </AsyncContent>
    </div>
  );
}
