import type {
  AppReference,
  CephDetail,
  HealthReason,
  StorageList,
} from '@internal/plugin-ceph-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { toSummary } from '../ceph/toSummary';
import type { ClusterStorage } from '../storage/ClusterStorage';
import type { Storage } from '../storage/Storage';
import { parseQuery } from './parseQuery';

const filterSchema = z.strictObject({ platform: z.string().min(1).optional() });

/** `/clusters`: storage of each cluster, and its Ceph clusters, from memory. */
export function createClustersRouter(options: {
  storage: Storage;
  countVolumes: (storage: ClusterStorage) => number;
  /** Apps whose data a reason affects. */
  findApps?: (ceph: CephDetail, reason: HealthReason) => AppReference[];
}): Router {
  const { storage, countVolumes, findApps = () => [] } = options;
  const router = PromiseRouter();
  const withApps = (ceph: CephDetail): CephDetail => ({
    ...ceph,
    reasons: ceph.reasons.map(reason => ({
      ...reason,
      affects: { ...reason.affects, apps: findApps(ceph, reason) },
    })),
  });

  router.get('/clusters', (request, response) => {
    const filter = parseQuery(filterSchema, request.query);
    const list: StorageList = {
      items: storage.find(filter).map(found => ({
        platform: found.cluster.platform,
        cluster: found.cluster.cluster,
        sources: [...found.sources],
        ceph: found.ceph.map(({ detail }) => toSummary(withApps(detail))),
        volumes: countVolumes(found),
      })),
    };
    response.json(list);
  });

  router.get('/clusters/:platform/:cluster/ceph/:name', (request, response) => {
    const { platform, cluster, name } = request.params;
    response.json(withApps(storage.getCeph(platform, cluster, name).detail));
  });

  return router;
}
