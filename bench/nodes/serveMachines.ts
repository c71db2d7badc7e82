import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type { NodeDetail } from '@internal/plugin-talos-nodes-common';
import express from 'express';
import knexFactory from 'knex';
import { ClusterReader } from '../../plugins/talos-nodes-backend/src/fleet/ClusterReader';
import { HistoryKeeper } from '../../plugins/talos-nodes-backend/src/history/HistoryKeeper';
import { HistoryStore } from '../../plugins/talos-nodes-backend/src/history/HistoryStore';
import { LiveReader } from '../../plugins/talos-nodes-backend/src/live/LiveReader';
import { Nodes } from '../../plugins/talos-nodes-backend/src/Nodes';
import { createNodesRouter } from '../../plugins/talos-nodes-backend/src/routes/createNodesRouter';
import { listResources } from '../../plugins/talos-nodes-backend/src/talos/listResources';
import {
  type ResourceKind,
  talosResources,
} from '../../plugins/talos-nodes-backend/src/talos/resources';
import { toFleets } from './toFleets';

const deadlineMilliseconds = 5000;
const pauseMilliseconds = 3000;

/** What the measuring process is told. */
export interface ServeRequest {
  count: number;
  talosconfig: string;
}

interface Cycle {
  beganAt: number;
  milliseconds?: number;
}

/** Serves what is known of the machines, and beside it a page that asks them all anew; tells how cycles go. */
async function serve({ count, talosconfig }: ServeRequest) {
  const logger = mockServices.rootLogger();
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const history = await HistoryStore.create({ getClient: async () => knex });
  const before = memoryMegabytes();
  const cycles = new Map<string, Cycle>();
  const readers = toFleets(count).map(({ cluster }) => {
    const key = { platform: 'bench', cluster };
    const keeper = new HistoryKeeper({ store: history, ...key });
    return new ClusterReader({
      cluster: {
        ...key,
        talos: { talosconfig, context: cluster },
        refreshMilliseconds: pauseMilliseconds,
        deadlineMilliseconds,
      },
      logger,
      catalog: { apps: undefined, health: {}, placeOf: () => undefined },
      readDesired: () => {
        cycles.set(cluster, { beganAt: performance.now() });
        return { nodes: [] };
      },
      onNodes: async (nodes, isComplete) => {
        await keeper.observe(nodes, isComplete, new Date());
        const cycle = cycles.get(cluster);
        if (!cycle) return;
        const milliseconds = performance.now() - cycle.beganAt;
        const areAllRead = nodes.length > 0 && nodes.every(wasRead);
        process.send?.({ cycle: { cluster, milliseconds, areAllRead } });
      },
    });
  });
  const nodes = new Nodes(readers);
  const app = express();
  app.get('/fan-out', async (_request, response) => {
    response.json(await askAll(readers));
  });
  app.use(
    createNodesRouter({
      httpAuth: mockServices.httpAuth(),
      requireRead: async () => undefined,
      nodes,
      live: new LiveReader(nodes),
      history,
    }),
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  process.on('message', message => {
    if (message !== 'memory') return;
    process.send?.({ memory: memoryMegabytes() - before });
  });
  readers.forEach(reader => reader.start());
  const { port } = server.address() as AddressInfo;
  process.send?.({
    url: `http://127.0.0.1:${port}`,
    clusters: readers.length,
  });
  process.once('disconnect', () => process.exit(0));
}

/** Whether it was read whole, or is known not to answer. */
function wasRead({ sources }: NodeDetail): boolean {
  return sources.some(
    ({ source, observedAt, failure }) =>
      source === 'talos' && (observedAt !== undefined || failure !== undefined),
  );
}

/** As a page without a snapshot would: what the list shows of every machine, all at once. */
async function askAll(readers: readonly ClusterReader[]) {
  const { signal } = new AbortController();
  const asked = readers.flatMap(({ fleet, nodes }) =>
    [...nodes.keys()].map(async name => {
      const address = fleet?.addressOf(name);
      if (!fleet || !address) return undefined;
      const { client } = fleet;
      const list = <T>(kind: ResourceKind<T>) =>
        listResources(client, address, kind, signal);
      const answers = await Promise.all([
        client.call(address, signal, ({ machine }, options) =>
          machine.version({}, options),
        ),
        client.call(address, signal, ({ machine }, options) =>
          machine.memory({}, options),
        ),
        client.call(address, signal, ({ machine }, options) =>
          machine.cPUInfo({}, options),
        ),
        list(talosResources.systemInformations),
        list(talosResources.memoryModules),
        list(talosResources.disks),
        list(talosResources.extensions),
        list(talosResources.machineStatuses),
      ]);
      return { name, answered: answers.filter(({ ok }) => ok).length };
    }),
  );
  return { items: await Promise.all(asked) };
}

function memoryMegabytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

process.once('message', serve);
