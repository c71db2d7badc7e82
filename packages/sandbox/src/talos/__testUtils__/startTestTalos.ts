import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startTalos,
  type Talos,
  type TalosOptions,
  type TalosPerson,
} from '../startTalos';
import { TalosTestClient } from './TalosTestClient';

export interface TestTalos extends Talos {
  connect(
    cluster: string,
    person?: TalosPerson,
    endpoint?: string,
  ): Promise<TalosTestClient>;
}

/** Starts it in a folder of its own; `stop` closes the clients as well. */
export async function startTestTalos(
  options: Omit<TalosOptions, 'stateDir'> = {},
): Promise<TestTalos> {
  const stateDir = await mkdtemp(join(tmpdir(), 'talos-'));
  const talos = await startTalos({ ...options, stateDir });
  const clients: TalosTestClient[] = [];
  return {
    ...talos,
    connect: async (cluster, person = 'reader', endpoint) => {
      const client = await TalosTestClient.open(
        talos.talosconfigs[person],
        cluster,
        endpoint,
      );
      clients.push(client);
      return client;
    },
    stop: async () => {
      clients.forEach(client => client.close());
      await talos.stop();
      await rm(stateDir, { recursive: true });
    },
  };
}
