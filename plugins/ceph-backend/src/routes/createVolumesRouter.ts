import type { VolumeList } from '@internal/plugin-ceph-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { listModelSources } from '../model/listModelSources';
import type { StorageModel } from '../model/StorageModel';
import type { StorageModels } from '../model/StorageModels';
import { findVolumes } from '../volumes/findVolumes';
import { type VolumeFilter, volumeFilterSchema } from '../volumes/VolumeFilter';
import { parseQuery } from './parseQuery';

/** Searches; what is typed letter by letter must not fill the memory. */
const MOST_KEPT = 100;

const querySchema = volumeFilterSchema.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** `/volumes`: all volumes that are known, from memory; those in trouble first. */
export function createVolumesRouter(options: {
  models: StorageModels;
}): Router {
  const router = PromiseRouter();
  const find = rememberFound();

  router.get('/volumes', (request, response) => {
    const { offset, limit, ...filter } = parseQuery(querySchema, request.query);
    const models = options.models.list(filter.platform);
    const { items, facets } = find(models, filter);
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

/** Keeps what was found until something is read anew; pages ask the same again and again. */
function rememberFound() {
  const kept = new Map<
    string,
    {
      models: readonly StorageModel[];
      found: ReturnType<typeof findVolumes>;
    }
  >();
  return (models: readonly StorageModel[], filter: VolumeFilter) => {
    const key = JSON.stringify(filter);
    const before = kept.get(key);
    if (
      before?.models.length === models.length &&
      before.models.every((model, index) => model === models[index])
    ) {
      return before.found;
    }
    const found = findVolumes(
      models.flatMap(({ volumes }) => volumes),
      filter,
    );
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { models, found });
    return found;
  };
}
