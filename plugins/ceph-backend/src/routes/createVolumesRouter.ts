import type { VolumeList } from '@internal/plugin-ceph-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { listModelSources } from '../model/listModelSources';
import type { StorageModels } from '../model/StorageModels';
import { findVolumes } from '../volumes/findVolumes';
import { volumeFilterSchema } from '../volumes/VolumeFilter';
import { parseQuery } from './parseQuery';

const querySchema = volumeFilterSchema.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** `/volumes`: all volumes that are known, from memory; those in trouble first. */
export function createVolumesRouter(options: {
  models: StorageModels;
}): Router {
  const router = PromiseRouter();

  router.get('/volumes', (request, response) => {
    const { offset, limit, ...filter } = parseQuery(querySchema, request.query);
    const models = options.models.list(filter.platform);
    const { items, facets } = findVolumes(
      models.flatMap(({ volumes }) => volumes),
      filter,
    );
    const list: VolumeList = {
      items: items.slice(offset, offset + limit),
      total: items.length,
      sources: listModelSources(
        models
          .flatMap(({ readings }) => readings)
          .filter(
            ({ inventory }) =>
              filter.cluster === undefined ||
              inventory.cluster === filter.cluster,
          ),
      ),
      facets,
    };
    response.json(list);
  });

  return router;
}
