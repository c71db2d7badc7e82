import { createServer } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NodeVerdict } from '@internal/plugin-ceph-common';
import express from 'express';
import knexFactory from 'knex';
import { CephReader } from '../../plugins/ceph-backend/src/ceph/CephReader';
import type { StorageCluster } from '../../plugins/ceph-backend/src/config';
import { CephLedger } from '../../plugins/ceph-backend/src/history/CephLedger';
import { CephStore } from '../../plugins/ceph-backend/src/history/CephStore';
import { AppDirectory } from '../../plugins/ceph-backend/src/inventory/AppDirectory';
import { InventoryReader } from '../../plugins/ceph-backend/src/inventory/InventoryReader';
import { MachineReader } from '../../plugins/ceph-backend/src/inventory/MachineReader';
import { createMaintenanceRouter } from '../../plugins/ceph-backend/src/maintenance/createMaintenanceRouter';
import { Maintenance } from '../../plugins/ceph-backend/src/maintenance/Maintenance';
import { StorageModels } from '../../plugins/ceph-backend/src/model/StorageModels';
import { createChainRouter } from '../../plugins/ceph-backend/src/routes/createChainRouter';
import { createVolumesRouter } from '../../plugins/ceph-backend/src/routes/createVolumesRouter';
import { ClusterStorage } from '../../plugins/ceph-backend/src/storage/ClusterStorage';
import { Storage } from '../../plugins/ceph-backend/src/storage/Storage';
import { toComponents } from './simulateCluster';

/** Until so many cycles are measured; then as configured by default, as pages would have it. */
const measuredCycles = 6;
const hurriedMilliseconds = 1000;
const refreshMilliseconds = 30_000;

/** Serves storage from one reading for all, and below `/anew` from a reading for each request; tells what cycles cost. */
async function serve({ upstream }: { upstream: string }) {
  const sources = {
    namespace: 'rook-ceph',
    operatorNamespace: 'rook-ceph',
    manager: {
      url: `${upstream}/manager`,
      username: 'bench',
      password: 'of this run',
    },
  };
  const cluster: StorageCluster = {
    platform: 'bench',
    cluster: 'bench',
    kubernetes: { url: upstream, token: 'of this run' },
    ceph: sources,
    refreshMilliseconds: hurriedMilliseconds,
    deadlineMilliseconds: 5000,
  };
  const logger = mockServices.rootLogger();
  const auth = mockServices.auth();
  const discovery = {
    getBaseUrl: async (plugin: string) => `${upstream}/${plugin}`,
    getExternalBaseUrl: async (plugin: string) => `${upstream}/${plugin}`,
  };
  const catalog = catalogServiceMock({ entities: toComponents() });
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const ledger = new CephLedger(
    await CephStore.create({ getClient: async () => knex }),
  );

  function assemble() {
    const inventory = new InventoryReader({
      cluster,
      machines: new MachineReader({ auth, discovery }),
      apps: new AppDirectory({ auth, catalog }),
    });
    const watched = new ClusterStorage({
      cluster,
      reader: new CephReader({ cluster, sources, ledger }),
      parts: [began, inventory],
      logger,
    });
    const storage = new Storage([watched]);
    const models = new StorageModels(storage, new Map([[watched, inventory]]));
    const maintenance = new Maintenance({ storage, models });
    const router = express.Router();
    router.use(createVolumesRouter({ models }));
    router.use(createChainRouter({ models }));
    router.use(createMaintenanceRouter(maintenance));
    return { watched, maintenance, router };
  }

  let before = process.cpuUsage();
  const began = {
    read: async () => {
      before = process.cpuUsage();
    },
    close: async () => {},
  };
  let cycles = 0;
  const shared = assemble();
  const measure = async () => {
    cycles += 1;
    if (cycles === measuredCycles) {
      cluster.refreshMilliseconds = refreshMilliseconds;
    }
    const { verdicts } = shared.maintenance.plan('bench', 'bench');
    for (const { node } of verdicts) {
      shared.maintenance.node('bench', 'bench', node);
    }
    const { user, system } = process.cpuUsage(before);
    process.send?.({
      cycle: {
        milliseconds: (user + system) / 1000,
        verdicts: verdicts.map(({ verdict }) => verdict),
        doubts: listDoubts(verdicts),
      },
    });
  };
  const app = express();
  app.use('/anew', (request, response, next) => {
    let isDone = false;
    const own = assemble();
    response.once('finish', () => void own.watched.stop());
    own.watched.start(async () => {
      if (isDone) return;
      isDone = true;
      own.router(request, response, next);
    });
  });
  app.use(shared.router);
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the portal listens on no port');
  }
  process.on('message', message => {
    if (message !== 'processor') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ processor: (user + system) / 1000 });
  });
  shared.watched.start(measure);
  process.send?.({ url: `http://127.0.0.1:${address.port}` });
  process.once('disconnect', () => process.exit(0));
}

/** Why machines may not be told safe, each reason once. */
function listDoubts(verdicts: readonly NodeVerdict[]): string[] {
  const inputs = verdicts.flatMap(({ inputs: found }) => found);
  const doubts = inputs.filter(
    ({ result }) => result === 'unknown' || result === 'blocks',
  );
  return [...new Set(doubts.map(({ id, reason }) => `${id}: ${reason}`))];
}

process.once('message', serve);
