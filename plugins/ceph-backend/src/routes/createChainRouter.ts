import { InputError, NotFoundError } from '@backstage/errors';
import type { Chain } from '@internal/plugin-ceph-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { findStarts } from '../chain/findStarts';
import { listModelSources } from '../model/listModelSources';
import type { StorageModels } from '../model/StorageModels';
import { parseQuery } from './parseQuery';

const text = z.string().min(1);
const STARTS = ['node', 'osd', 'pool', 'volume', 'app'] as const;

const querySchema = z.strictObject({
  platform: text,
  cluster: text,
  node: text.optional(),
  osd: z.coerce.number().int().min(0).optional(),
  pool: text.optional(),
  volume: text.optional(),
  app: text.optional(),
  ceph: text.optional(),
});

/** `/chain`: what hangs together with a machine, OSD, pool, volume or app, from memory. */
export function createChainRouter(options: { models: StorageModels }): Router {
  const router = PromiseRouter();

  router.get('/chain', (request, response) => {
    const query = parseQuery(querySchema, request.query);
    const asked = STARTS.filter(name => query[name] !== undefined);
    if (asked.length > 1) {
      throw new InputError(
        `Ask for one of ${asked.join(', ')}; the chain begins with one thing`,
      );
    }
    const model = options.models.get(query.platform, query.cluster);
    const part = model.chain.around(findStarts(model, query));
    const [name] = asked;
    // An app may be without storage, and a cluster without volumes.
    if (name && name !== 'app' && part.items.length === 0) {
      throw new NotFoundError(
        `${query.cluster} of ${query.platform} has no ${name} ${query[name]} that is known of`,
      );
    }
    const clusters = new Set([
      query.cluster,
      ...part.items.map(({ cluster }) => cluster),
    ]);
    const chain: Chain = {
      ...part,
      sources: listModelSources(
        model.readings.filter(({ inventory }) =>
          clusters.has(inventory.cluster),
        ),
      ),
    };
    response.json(chain);
  });

  return router;
}
