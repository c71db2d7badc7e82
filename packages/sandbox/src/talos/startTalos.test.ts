import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { status } from '@grpc/grpc-js';
import { failureOf, TalosTestClient } from './__testUtils__/TalosTestClient';
import { startTalos, type Talos, type TalosPerson } from './startTalos';

let stateDir: string;
let talos: Talos;
const clients: TalosTestClient[] = [];

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'talos-'));
  talos = await startTalos({ stateDir });
});

afterAll(async () => {
  clients.forEach(client => client.close());
  await talos.stop();
  await rm(stateDir, { recursive: true });
});

async function connect(
  cluster: string,
  person: TalosPerson = 'reader',
  endpoint?: string,
) {
  const client = await TalosTestClient.open(
    talos.talosconfigs[person],
    cluster,
    endpoint,
  );
  clients.push(client);
  return client;
}

it('answers readers who are asked for by node', async () => {
  const client = await connect('pitower');
  expect(
    await client.machine('Version', 'Version', { node: '192.168.0.211' }),
  ).toEqual([
    expect.objectContaining({
      version: expect.objectContaining({ tag: 'v1.12.4', arch: 'arm64' }),
      platform: { name: 'metal', mode: 'metal' },
    }),
  ]);
  expect(
    await client.get(
      'hardware',
      'SystemInformations.hardware.talos.dev',
      'systeminformation',
      { node: 'worker-04' },
    ),
  ).toMatchObject({
    version: '1',
    spec: { manufacturer: 'LENOVO', version: 'ThinkPad T440p' },
  });
  expect(
    await failureOf(
      client.get(
        'hardware',
        'SystemInformations.hardware.talos.dev',
        'systeminformation',
        { node: 'worker-pi-01' },
      ),
    ),
  ).toEqual({
    code: status.NOT_FOUND,
    details: `resource SystemInformations.hardware.talos.dev(hardware/systeminformation@undefined) doesn't exist`,
  });
});
