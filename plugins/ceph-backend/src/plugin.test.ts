import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type CephDetail,
  cephAnswerSchema,
  cephHistorySchema,
  storageListSchema,
} from '@internal/plugin-ceph-common';
import request from 'supertest';
import { FakeCeph } from './__testUtils__/FakeCeph';
import { startPlugin, type TestCluster } from './__testUtils__/startPlugin';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

let ceph: FakeCeph;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  ceph = await FakeCeph.start();
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await ceph.stop();
});

function cluster(more: Partial<TestCluster> = {}): TestCluster {
  return {
    name: 'here',
    kubernetes: { url: ceph.url, token: ceph.token },
    ceph: {
      manager: {
        url: ceph.url,
        username: 'backstage',
        password: ceph.password,
      },
    },
    storage: { refreshSeconds: 1, deadlineSeconds: 1 },
    ...more,
  };
}

async function start(
  options: Parameters<typeof startPlugin>[1] & {
    clusters?: TestCluster[];
  } = {},
) {
  const { clusters = [cluster()], ...rest } = options;
  const plugin = await startPlugin(clusters, rest);
  const stop = () => plugin.stop();
  stops.push(stop);
  const read = async (): Promise<CephDetail | undefined> => {
    const { status, body } = await request(plugin.server).get(
      '/api/ceph/clusters/home/here/ceph/rook-ceph',
    );
    return status === 200 ? cephAnswerSchema.parse(body) : undefined;
  };
  /** The first reading that is so. */
  const readUntil = async (
    accepts: (detail: CephDetail) => boolean,
  ): Promise<CephDetail> => {
    const found = await until(
      read,
      detail => detail !== undefined && accepts(detail),
    );
    if (!found) throw new Error('Nothing was read');
    return found;
  };
  return { ...plugin, readUntil };
}

const codesOf = ({ reasons }: CephDetail) => reasons.map(({ code }) => code);
const stateOf = ({ sources }: CephDetail, source: string) =>
  sources.find(found => found.source === source);

test('reads versions as each endpoint wants them, and all OSDs where Ceph sends a part', async () => {
  const { readUntil } = await start();
  const detail = await readUntil(({ health }) => health === 'ok');
  expect(detail.capacity).toMatchObject({
    source: 'ceph-manager',
    value: { totalBytes: 2048, usedBytes: 1024 },
  });
  expect(detail.osdList).toMatchObject({
    value: [
      { id: 0, usedBytes: { value: 0 } },
      { id: 1, usedBytes: { value: 1024 } },
    ],
  });
  expect(detail.flags).toMatchObject({ value: [{ flag: 'noout' }] });
  // The version was asked for once, and is known from then on.
  await until(
    async () => ceph.asked.filter(asked => asked.startsWith('/api/health')),
    asked => asked.length >= 3,
  );
  expect(
    ceph.asked.filter(asked => asked === '/api/health/full 1.0'),
  ).toHaveLength(1);
});

test('tries a login that is refused once, and says what to do', async () => {
  ceph.fault = 'refuse-login';
  const { readUntil } = await start();
  const detail = await readUntil(
    found => stateOf(found, 'ceph-manager')?.state === 'forbidden',
  );
  expect(stateOf(detail, 'ceph-manager')?.problem?.code).toBe(
    'manager-login-refused',
  );
  expect(detail.health).toBe('unknown');
  expect(codesOf(detail)).toContain('manager-refuses');
  expect(detail.placementGroups).toEqual({
    known: false,
    reason: 'not-allowed',
  });
  const [{ observedAt }] = detail.reported ?? [];
  await readUntil(found => found.reported?.[0].observedAt !== observedAt);
  expect(ceph.logins).toBe(1);
});

test('logs in again where the token is lost', async () => {
  const { readUntil } = await start();
  await readUntil(({ health }) => health === 'ok');
  ceph.fault = 'token-lost';
  await until(
    async () => ceph.logins,
    logins => logins === 2,
  );
  const detail = await readUntil(({ health }) => health === 'ok');
  expect(stateOf(detail, 'ceph-manager')?.state).toBe('fresh');
});

test('follows no redirect, and keeps what was last good while managers take turns', async () => {
  const { readUntil } = await start();
  await readUntil(({ health }) => health === 'ok');
  ceph.fault = 'redirect';
  const detail = await readUntil(
    found => stateOf(found, 'ceph-manager')?.state === 'unreachable',
  );
  expect(stateOf(detail, 'ceph-manager')?.problem?.code).toBe(
    'manager-not-active',
  );
  expect(codesOf(detail)).toEqual(['manager-switching']);
  expect(detail.osdList.known).toBe(true);
  expect(detail.osds.known).toBe(false);
});

test('calls nothing well that the manager says without its monitors', async () => {
  const { readUntil } = await start();
  await readUntil(({ health }) => health === 'ok');
  ceph.fault = 'monitors-gone';
  const detail = await readUntil(({ health }) => health !== 'ok');
  expect(detail.health).toBe('unknown');
  expect(detail.lastKnown?.health).toBe('ok');
  expect(codesOf(detail)).toContain('manager-stale');
  expect(stateOf(detail, 'ceph-manager')?.state).toBe('stale');
  expect(detail.placementGroups).toEqual({ known: false, reason: 'stale' });
});

test('shows nothing of another Ceph cluster', async () => {
  ceph.fault = 'foreign';
  const { readUntil } = await start();
  const detail = await readUntil(
    found => stateOf(found, 'ceph-manager')?.state === 'absent',
  );
  expect(detail.health).toBe('unknown');
  expect(codesOf(detail)).toContain('manager-foreign');
  expect(detail.capacity).toMatchObject({ source: 'rook' });
  expect(detail.osdList.known).toBe(false);
});

test('names the scopes that a role lacks', async () => {
  ceph.fault = 'no-scopes';
  const { readUntil } = await start();
  const detail = await readUntil(
    found => stateOf(found, 'ceph-manager')?.state === 'fresh',
  );
  expect(stateOf(detail, 'ceph-manager')?.problem).toEqual({
    code: 'manager-scopes-missing',
    values: { scopes: 'monitor, osd, pool, cephfs' },
  });
  expect(detail.pools).toEqual({ known: false, reason: 'not-allowed' });
});

test('turns yesterday’s OK into unknown when the operator is silent', async () => {
  const { readUntil } = await start({ clusters: [cluster({ ceph: {} })] });
  await readUntil(({ health }) => health === 'ok');
  ceph.checkedSecondsAgo = 47 * 60;
  const detail = await readUntil(({ health }) => health !== 'ok');
  expect(detail.health).toBe('unknown');
  expect(detail.lastKnown?.health).toBe('ok');
  expect(codesOf(detail)).toEqual(['operator-silent']);
  expect(stateOf(detail, 'rook')).toMatchObject({ state: 'stale' });
  ceph.checkedSecondsAgo = -600;
  await readUntil(found => codesOf(found).includes('clock-differs'));
});

test.each([
  ['fresh', 10, 1, 'ok', []],
  ['late', 200, 1, 'warning', ['operator-slow']],
  ['not there', 10, 0, 'warning', ['operator-not-ready']],
  ['late and not there', 200, 0, 'warning', ['operator-not-ready']],
  ['silent', 2820, 1, 'unknown', ['operator-silent']],
  ['silent and not there', 2820, 0, 'unknown', ['operator-silent']],
])(
  'gives one reason for an operator that is %s',
  async (_, checkedSecondsAgo, operatorReady, health, codes) => {
    Object.assign(ceph, { checkedSecondsAgo, operatorReady });
    const { readUntil } = await start({ clusters: [cluster({ ceph: {} })] });
    const detail = await readUntil(() => true);
    expect([detail.health, codesOf(detail)]).toEqual([health, codes]);
  },
);

test('tells what a token may not read', async () => {
  ceph.kubernetesStatus = 403;
  const { server } = await start();
  const list = await until(
    async () =>
      storageListSchema.parse(
        (await request(server).get('/api/ceph/clusters')).body,
      ),
    ({ items }) => items[0].sources.length > 0,
  );
  expect(list.items[0]).toMatchObject({
    platform: 'home',
    cluster: 'here',
    ceph: [],
  });
  expect(
    list.items[0].sources.find(({ source }) => source === 'rook'),
  ).toMatchObject({
    state: 'forbidden',
    problem: { code: 'kubernetes-forbidden' },
  });
});

test('remembers over a restart, and calls nothing well of it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-'));
  try {
    const databaseFile = join(directory, 'ceph.sqlite');
    const first = await start({ databaseFile });
    const before = await first.readUntil(({ health }) => health === 'ok');
    const { body } = await until(
      () =>
        request(first.server).get(
          '/api/ceph/clusters/home/here/ceph/rook-ceph/history?hours=1',
        ),
      ({ body: answer }) => answer.items?.length > 0,
    );
    expect(cephHistorySchema.parse(body).items.at(-1)).toMatchObject({
      health: 'ok',
      usedBytes: 1024,
    });
    for (const stop of stops.splice(0)) await stop();
    ceph.kubernetesStatus = 500;
    ceph.fault = 'redirect';
    const second = await start({ databaseFile });
    const restored = await second.readUntil(() => true);
    expect(restored.health).toBe('unknown');
    expect(restored.lastKnown?.health).toBe('ok');
    expect(restored.osdList).toEqual(before.osdList);
    ceph.kubernetesStatus = undefined;
    ceph.fault = undefined;
    const again = await second.readUntil(({ health }) => health === 'ok');
    expect(again.flags).toMatchObject({
      value: [
        {
          flag: 'noout',
          since: before.flags.known && before.flags.value[0].since,
        },
      ],
    });
  } finally {
    for (const stop of stops.splice(0)) await stop();
    await rm(directory, { recursive: true });
  }
});

test('shows and tells nothing to those who may not see storage', async () => {
  const { server, actions } = await start({
    permission: AuthorizeResult.DENY,
  });
  for (const path of [
    '/clusters',
    '/clusters/home/here/ceph/rook-ceph',
    '/clusters/home/here/ceph/rook-ceph/history',
  ]) {
    await request(server).get(`/api/ceph${path}`).expect(403);
  }
  await expect(
    actions.invoke({ id: 'test:storage-health', input: {} }),
  ).rejects.toThrow('ceph.storage.read');
});

test('tells assistants health in plain words', async () => {
  ceph.operatorReady = 0;
  const { actions, readUntil } = await start();
  await readUntil(({ health }) => health === 'warning');
  const { output } = await actions.invoke({
    id: 'test:storage-health',
    input: { platform: 'home' },
  });
  expect(output).toMatchObject({
    items: [
      {
        health: 'warning',
        reasons: [
          {
            code: 'operator-not-ready',
            title: 'Rook’s operator does not run',
            nextStep: expect.any(String),
          },
        ],
        usedBytes: 1024,
      },
    ],
  });
});

test.each([
  [
    { manager: { url: 'ftp://x', username: 'a', password: 'b' } },
    /ceph\.manager\.url/,
  ],
  [{ namespace: 'Not a name' }, /ceph\.namespace/],
  [{ unknown: true }, /ceph/],
])('stops the start with the key that is wrong: %j', async (wrong, key) => {
  await expect(start({ clusters: [cluster({ ceph: wrong })] })).rejects.toThrow(
    key,
  );
});
