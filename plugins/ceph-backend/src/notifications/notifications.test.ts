import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { cephAnswerSchema } from '@internal/plugin-ceph-common';
import request from 'supertest';
import { SandboxStorage, sandboxApp } from '../__testUtils__/SandboxStorage';
import { startPlugin } from '../__testUtils__/startPlugin';
import { until } from '../__testUtils__/until';

jest.setTimeout(600_000);

/** Turns to wait: something must be so for a while before people are told. */
const PATIENCE = 4000;
const OSD_DOWN = 'osd.1 of rook-ceph is down on worker-02.';
const SECOND_DOWN = 'osd.2 of rook-ceph is down on worker-03.';

let directory: string;
let sandbox: SandboxStorage;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ceph-notifications-'));
  sandbox = await SandboxStorage.start();
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await sandbox.stop();
  await rm(directory, { recursive: true, force: true });
});

async function start() {
  const plugin = await startPlugin([sandbox.cluster], {
    databaseFile: join(directory, 'ceph.sqlite'),
    platformTeam: 'group:default/platform',
    entities: [
      // Its volume lies on one machine's own disk.
      sandboxApp('home-automation', 'esphome', 'group:default/atlas'),
      sandboxApp('home-automation', 'mosquitto', 'group:default/borealis'),
      sandboxApp('selfhosted', 'vaultwarden', 'group:default/borealis'),
    ],
  });
  stops.push(() => plugin.stop());
  const untilDown = (ids: readonly number[]) =>
    until(
      async () => {
        const { status, body } = await request(plugin.server).get(
          '/api/ceph/clusters/home/pitower/ceph/rook-ceph',
        );
        if (status !== 200) return undefined;
        const { osdList } = cephAnswerSchema.parse(body);
        return osdList.known
          ? osdList.value.flatMap(({ id, up }) => (up ? [] : [id]))
          : undefined;
      },
      down => JSON.stringify(down) === JSON.stringify(ids),
      PATIENCE,
    );
  const untilTold = (sentence: string) =>
    until(
      async () => ofOsds(plugin.notifications),
      sent =>
        sent.some(({ payload }) => payload.description?.includes(sentence)),
      PATIENCE,
    );
  return { ...plugin, untilDown, untilTold };
}

function ofOsds(sent: readonly NotificationSendOptions[]) {
  return sent.filter(({ payload }) => payload.topic === 'storage-osds');
}

it('tells the owners of affected apps and the platform team of an OSD that goes down, once, also after a restart', async () => {
  const first = await start();
  await first.untilDown([]);
  await sandbox.setCeph('osd-down');
  await first.untilDown([1]);
  expect(await first.untilTold(OSD_DOWN)).toEqual([
    {
      recipients: {
        type: 'entity',
        entityRef: ['group:default/borealis', 'group:default/platform'],
      },
      payload: expect.objectContaining({
        title: 'OSDs are down (pitower)',
        description: OSD_DOWN,
        severity: 'high',
        link: '/storage/home/pitower',
      }),
    },
  ]);
  await first.stop();
  stops.pop();

  const second = await start();
  await second.untilDown([1]);
  // What comes next is told after as long a while: the first would have been by then.
  await sandbox.stopOsd(2);
  await second.untilDown([1, 2]);
  const sent = await second.untilTold(SECOND_DOWN);
  expect(sent.map(({ payload }) => payload.description?.split('\n'))).toEqual([
    [OSD_DOWN, SECOND_DOWN],
  ]);
});
