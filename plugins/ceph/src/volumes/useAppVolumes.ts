import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { VolumeList } from '@internal/plugin-ceph-common';
import { AsyncResult, useAsyncData } from '@internal/portal-ui';
import { cephApiRef } from '../api/CephApi';
import { placeOfStorage } from '../frame/placeOfStorage';

const refreshMilliseconds = 30_000;
/** No app of the platforms comes near. */
const mostVolumes = 100;

/** The volumes of an app, read again and again. */
export function useAppVolumes(entity: Entity): AsyncResult<VolumeList> {
  const api = useApi(cephApiRef);
  const app = stringifyEntityRef(entity);
  const { platform, cluster } = placeOfStorage(entity);
  return useAsyncData({
    key: JSON.stringify([platform, cluster, app]),
    load: signal =>
      api.listVolumes({ platform, cluster, app, limit: mostVolumes }, signal),
    pollEvery: refreshMilliseconds,
  });
}
