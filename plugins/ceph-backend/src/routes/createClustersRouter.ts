import type { StorageList } from '@internal/plugin-ceph-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { toSummary } from '../ceph/toSummary';
import type { StorageModels } from '../model/StorageModels';
import type { Storage } from '../storage/Storage';
import { parseQuery } from './parseQuery';

const filterSchema = z.strictObject({ platform: z.string().min(1).optional() });

/** `/clusters`: storage of each cluster, and its Ceph clusters, from memory. */
export function createClustersRouter(options: {
  storage: Storage;
  models: StorageModels;
}): Router {
  const { storage, models } = options;
  const router = PromiseRouter();

  router.get('/clusters', (request, response) => {
    const filter = parseQuery(filterSchema, request.query);
    const list: StorageList = {
      items: storage.find(filter).map(found => ({
        platform: found.cluster.platform,
        cluster: found.cluster.cluster,
        sources: [...found.sources],
        ceph: models.listCeph(found).map(toSummary),
        volumes: models.countVolumes(found),
      })),
    };
    response.json(list);
  });

  router.get('/clusters/:platform/:cluster/ceph/:name', (request, response) => {
    const { platform, cluster, name } = request.params;
    response.json(models.getCeph(platform, cluster, name));
  });

  return router;
}
