import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { HistoryStore } from '../history/HistoryStore';
import type { LiveReader } from '../live/LiveReader';
import type { Nodes } from '../Nodes';
import type { RequireRead } from '../requireRead';

const decompress = promisify(gunzip);

const text = z.string().min(1).optional();
const filterSchema = z.strictObject({ platform: text, cluster: text });
const workloadsSchema = filterSchema.extend({ node: text });
const changesSchema = filterSchema.extend({
  node: text,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/**
 * Machines, from memory; only `…/live` asks the machine itself. Whoever may
 * read machines may ask, people and other plugins. The forms of the answers
 * stand in `talos-nodes-common`.
 */
export function createNodesRouter(options: {
  httpAuth: HttpAuthService;
  requireRead: RequireRead;
  nodes: Nodes;
  live: LiveReader;
  history: HistoryStore;
}): Router {
  const { httpAuth, requireRead, nodes, live, history } = options;
  // Revisions begin anew with every process.
  const process = randomUUID();
  const router = PromiseRouter();

  router.use(async (request, _response, next) => {
    await requireRead(
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
    );
    next();
  });

  router.get('/nodes', async (request, response) => {
    const { revision, gzipped } = await nodes.render(
      parse(filterSchema, request.query),
    );
    const isGzipped = request.acceptsEncodings('gzip', 'identity') === 'gzip';
    response.vary('Accept-Encoding').type('json');
    response.set('ETag', `"${process}.${revision}${isGzipped ? '.gzip' : ''}"`);
    if (isGzipped) response.set('Content-Encoding', 'gzip');
    response.send(isGzipped ? gzipped : await decompress(gzipped));
  });

  router.get('/nodes/:platform/:cluster/:name', (request, response) => {
    const { platform, cluster, name } = request.params;
    response.json(nodes.get(platform, cluster, name));
  });

  router.get(
    '/nodes/:platform/:cluster/:name/live',
    async (request, response) => {
      const { platform, cluster, name } = request.params;
      response.json(await live.read(platform, cluster, name));
    },
  );

  router.get('/disks', (request, response) => {
    response.json(nodes.listDisks(parse(filterSchema, request.query)));
  });

  router.get('/workloads', (request, response) => {
    response.json(nodes.listWorkloads(parse(workloadsSchema, request.query)));
  });

  router.get('/changes', async (request, response) => {
    const filter = parse(changesSchema, request.query);
    response.json({ items: await history.listChanges(filter) });
  });

  return router;
}

function parse<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      `The query cannot be used: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
