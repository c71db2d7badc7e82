import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { CephSummary } from '@internal/plugin-ceph-common';
import { useAsyncData } from '@internal/portal-ui';
import { ReactNode } from 'react';
import { cephApiRef } from '../../api/CephApi';
import { clusterRouteRef } from '../../routes';
import { cephTranslationRef } from '../../translation';

export interface ExternalNoticeProps {
  ceph: CephSummary;
  /** Shown where the portal does not know the cluster that it runs on. */
  children: ReactNode;
}

/** Leads to the cluster that a Ceph runs on, where more of it is known. */
export function ExternalNotice({ ceph, children }: ExternalNoticeProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const clusterRoute = useRouteRef(clusterRouteRef);
  const result = useAsyncData({
    key: 'places',
    load: signal => api.listStorage({}, signal),
  });
  if (result.status === 'loading') {
    return null;
  }
  const home =
    result.status === 'ready' && ceph.fsid
      ? result.data.items
          .flatMap(item => item.ceph)
          .find(({ fsid, external }) => fsid === ceph.fsid && !external)
      : undefined;
  if (!home) {
    return children;
  }
  const { platform, cluster } = home;
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('storage.external.title')}
      description={t('storage.external.description', {
        cluster: (
          <Link href={clusterRoute?.({ platform, cluster }) ?? ''}>
            <bdi>{cluster}</bdi>
          </Link>
        ),
      })}
    />
  );
}
