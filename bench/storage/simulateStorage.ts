import { createServer } from 'node:http';
import { toHealthFull, toOsdList } from './simulateCeph';
import {
  cephClustersPath,
  toCephClusters,
  toClusterState,
  toDisks,
  toLists,
  toMachines,
} from './simulateCluster';

/** One server for all that is asked: Kubernetes, Ceph's manager, and the machines. */
async function simulate() {
  const answers = new Map<string, string>(
    Object.entries({
      '/manager/api/auth': { token: 'of this run' },
      '/manager/api/health/full': toHealthFull(),
      '/manager/api/osd': toOsdList(),
      '/manager/api/osd/settings': {},
      '/talos-nodes/disks': { items: toDisks() },
    }).map(([path, body]) => [path, JSON.stringify(body)]),
  );
  for (const [path, list] of Object.entries(toLists())) {
    answers.set(path, JSON.stringify({ items: list }));
  }
  const items = toMachines();
  // These carry the time at which they were true.
  const live: Record<string, () => unknown> = {
    '/talos-nodes/nodes': () => ({ items, clusters: [toClusterState()] }),
    [cephClustersPath]: () => ({ items: toCephClusters() }),
  };
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    request.resume();
    response.writeHead(path === '/manager/api/auth' ? 201 : 200, {
      'content-type': 'application/json',
    });
    // Lists of kinds that this cluster has none of are empty.
    response.end(
      path in live
        ? JSON.stringify(live[path]())
        : (answers.get(path) ?? '{"items":[]}'),
    );
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the simulation listens on no port');
  }
  process.send?.({ upstream: `http://127.0.0.1:${address.port}` });
  process.once('disconnect', () => process.exit(0));
}

process.once('message', simulate);
