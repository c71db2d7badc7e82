import { createServer } from 'node:http';
import { toHealthFull, toOsdList } from './simulateCeph';
import {
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
      '/talos-nodes/nodes': {
        items: toMachines(),
        clusters: [toClusterState()],
      },
      '/talos-nodes/disks': { items: toDisks() },
    }).map(([path, body]) => [path, JSON.stringify(body)]),
  );
  const lists = toLists();
  for (const [path, items] of Object.entries(lists)) {
    answers.set(path, JSON.stringify({ items }));
  }
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    request.resume();
    response.writeHead(path === '/manager/api/auth' ? 201 : 200, {
      'content-type': 'application/json',
    });
    // Lists of kinds that this cluster has none of are empty.
    response.end(answers.get(path) ?? '{"items":[]}');
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
