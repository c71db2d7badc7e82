import type { CephSample } from '@internal/plugin-ceph-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { CephStore } from '../history/CephStore';
import type { Storage } from '../storage/Storage';
import { parseQuery } from './parseQuery';

const MOST_POINTS = 500;
const HOUR = 60 * 60 * 1000;

const querySchema = z.strictObject({
  hours: z.coerce.number().positive().max(720).default(24),
});

/** `…/history`: what a Ceph cluster was like, oldest first, at most 500 points. */
export function createHistoryRouter(options: {
  storage: Storage;
  history: CephStore;
}): Router {
  const { storage, history } = options;
  const router = PromiseRouter();
  router.get(
    '/clusters/:platform/:cluster/ceph/:name/history',
    async (request, response) => {
      const { platform, cluster, name } = request.params;
      const { hours } = parseQuery(querySchema, request.query);
      const { detail } = storage.getCeph(platform, cluster, name);
      const from = new Date(Date.now() - hours * HOUR);
      const samples = await history.readSamples(detail, from);
      response.json({ items: thin(samples) });
    },
  );
  return router;
}

/** The last of each of so many equal parts, so that the newest is always there. */
function thin(samples: readonly CephSample[]): CephSample[] {
  const step = Math.max(1, samples.length / MOST_POINTS);
  return samples
    .filter(
      (_, index) =>
        Math.floor(index / step) !== Math.floor((index + 1) / step) ||
        index === samples.length - 1,
    )
    .slice(-MOST_POINTS);
}
