import { useApi } from '@backstage/frontend-plugin-api';
import { RollingPlan } from '@internal/plugin-ceph-common';
import { AsyncResult, useAsyncData } from '@internal/portal-ui';
import { cephApiRef, StoragePlace } from '../api/CephApi';

const refreshMilliseconds = 15_000;

/** The verdict for every machine of a cluster, read again and again. */
export function useRollingPlan(place: StoragePlace): AsyncResult<RollingPlan> {
  const api = useApi(cephApiRef);
  const { platform, cluster } = place;
  return useAsyncData({
    key: JSON.stringify([platform, cluster]),
    load: signal => api.getRollingPlan({ platform, cluster }, signal),
    pollEvery: refreshMilliseconds,
  });
}
