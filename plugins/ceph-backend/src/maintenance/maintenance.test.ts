import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  maintenanceAnswerSchema,
  maintenanceVerdictSchema,
  nodeMaintenanceSchema,
  type NodeVerdict,
  type RollingPlan,
} from '@internal/plugin-ceph-common';
import request from 'supertest';
import { SandboxStorage, sandboxApp } from '../__testUtils__/SandboxStorage';
import { startPlugin } from '../__testUtils__/startPlugin';
import { until } from '../__testUtils__/until';

jest.setTimeout(300_000);

const PLAN = '/api/ceph/maintenance/home/pitower';
const STORAGE_MACHINES = ['worker-01', 'worker-02', 'worker-03'];
/** Turns to wait: everything of the world runs on this machine. */
const PATIENCE = 1200;
const FROM_WORST = maintenanceVerdictSchema.options;

let sandbox: SandboxStorage;
let plugin: Awaited<ReturnType<typeof startPlugin>>;
let healthy: RollingPlan;

beforeAll(async () => {
  sandbox = await SandboxStorage.start();
  plugin = await startPlugin([sandbox.cluster], {
    features: sandbox.features,
    entities: [
      sandboxApp('home-automation', 'esphome', 'group:default/atlas'),
      sandboxApp('home-automation', 'mosquitto', 'group:default/borealis'),
    ],
  });
  healthy = await readUntil(isWell);
});

afterAll(async () => {
  await plugin.stop();
  await sandbox.stop();
});

async function readUntil(
  accepts: (plan: RollingPlan) => boolean,
): Promise<RollingPlan> {
  return until(
    async () => {
      const { body } = await request(plugin.server).get(PLAN).expect(200);
      return maintenanceAnswerSchema.parse(body);
    },
    accepts,
    PATIENCE,
  );
}

function isWell({ verdicts }: RollingPlan): boolean {
  return (
    verdicts.length === 10 &&
    STORAGE_MACHINES.every(
      name => verdictOf({ verdicts }, name).verdict === 'safe-after-steps',
    ) &&
    verdicts.every(({ verdict }) => verdict !== 'unknown')
  );
}

function verdictOf(
  { verdicts }: Pick<RollingPlan, 'verdicts'>,
  name: string,
): NodeVerdict {
  const found = verdicts.find(({ node }) => node === name);
  if (!found) throw new Error(`No verdict of ${name}`);
  return found;
}

function inputOf(plan: RollingPlan, node: string, input: string) {
  return verdictOf(plan, node).inputs.find(({ id }) => id === input);
}

const reasonOf = (plan: RollingPlan, node: string, input: string) =>
  inputOf(plan, node, input)?.reason;

it('judges the machines of a healthy cluster, and says what each judgement rests on', async () => {
  // Control planes late; last the machine that may not go down: the only
  // instance of a database runs there, and its budget lets none go.
  expect(healthy.order.slice(-4)).toEqual([
    'worker-02',
    'worker-03',
    'worker-01',
    'worker-04',
  ]);
  expect(healthy.stopsAt).toBe('worker-04');
  expect(verdictOf(healthy, 'worker-04').verdict).toBe('unsafe');
  expect(inputOf(healthy, 'worker-04', 'disruption-budgets')).toMatchObject({
    reason: 'budgets-no-replica',
    subjects: ['cloudnative-pg/backstage-primary'],
  });
  expect(verdictOf(healthy, 'worker-pi-02')).toMatchObject({
    verdict: 'safe',
    steps: [
      { id: 'cordon' },
      { id: 'drain' },
      { id: 'shut-down' },
      { id: 'upgrade' },
      { id: 'wait-for-ready' },
      { id: 'uncordon' },
    ],
  });
  expect(
    Object.fromEntries(
      verdictOf(healthy, 'worker-02').inputs.map(({ id, reason }) => [
        id,
        reason,
      ]),
    ),
  ).toEqual({
    etcd: 'etcd-keeps-majority',
    osds: 'osds-need-noout',
    monitors: 'monitors-keep-majority',
    'ceph-daemons': 'daemons-remain',
    recovery: 'recovery-none',
    'disruption-budgets': 'budgets-allow',
    'bare-pods': 'bare-pods-present',
    'local-volumes': 'local-volumes-offline',
    'bound-pods': 'bound-pods-none',
    capacity: 'capacity-enough',
    'other-maintenance': 'other-none',
  });
  expect(
    inputOf(healthy, 'worker-02', 'osds')?.sources.map(({ source, state }) => [
      source,
      state,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['rook', 'fresh'],
      ['ceph-manager', 'fresh'],
      ['kubernetes', 'fresh'],
    ]),
  );
});

it('tells of one machine who depends on it', async () => {
  const { body } = await request(plugin.server)
    .get(`${PLAN}/worker-02`)
    .expect(200);
  const { verdict, dependents } = nodeMaintenanceSchema.parse(body);
  expect(verdict.verdict).toBe('safe-after-steps');
  expect(verdict.steps.map(({ id }) => id)).toEqual([
    'check-osds',
    'check-etcd',
    'tell-owners',
    'move-bare-pods',
    'set-noout',
    'cordon',
    'drain',
    'shut-down',
    'upgrade',
    'wait-for-ready',
    'uncordon',
    'unset-noout',
    'wait-for-clean',
  ]);
  expect(verdict.steps.find(({ id }) => id === 'set-noout')?.command).toBe(
    'ceph osd set-group noout worker-02',
  );
  expect(dependents.stopping).toContainEqual({
    app: {
      name: 'esphome',
      namespace: 'home-automation',
      entityRef: 'component:default/esphome',
      owner: 'group:default/atlas',
    },
    reason: 'local-volume',
  });
  expect(dependents.localVolumes.map(({ claim }) => claim?.name)).toEqual([
    'esphome-config',
  ]);
  expect(dependents.lessRedundant).toContainEqual(
    expect.objectContaining({ owner: 'group:default/borealis' }),
  );
});

it('answers assistants as it answers pages', async () => {
  const input = { platform: 'home', cluster: 'pitower', node: 'worker-02' };
  await expect(
    plugin.actions.invoke({ id: 'test:can-node-go-down', input }),
  ).resolves.toMatchObject({
    output: {
      verdict: 'safe-after-steps',
      sentence: 'This machine may go down after these steps.',
      inputs: expect.arrayContaining([
        {
          about: 'Pods without a controller',
          result: 'step',
          finding: expect.stringContaining('(default/netshoot)'),
        },
      ]),
    },
  });
  await expect(
    plugin.actions.invoke({ id: 'test:what-depends-on-node', input }),
  ).resolves.toMatchObject({
    output: {
      stopping: expect.arrayContaining([
        expect.objectContaining({ name: 'esphome', reason: 'local-volume' }),
      ]),
      localVolumes: [{ claim: 'home-automation/esphome-config' }],
    },
  });
  await expect(
    plugin.actions.invoke({
      id: 'test:can-node-go-down',
      input: { ...input, node: 'worker-99' },
    }),
  ).rejects.toThrow('worker-99');
});

it('knows no machine of a cluster that is not read, nor one that does not exist', async () => {
  const { body } = await request(plugin.server)
    .get(`${PLAN}/worker-99`)
    .expect(404);
  expect(body.error.message).toContain('worker-99');
  for (const path of [
    'home/elsewhere',
    'elsewhere/pitower',
    'home/elsewhere/worker-01',
  ]) {
    await request(plugin.server)
      .get(`/api/ceph/maintenance/${path}`)
      .expect(404);
  }
});

it('tells nobody who may not read storage, nor who is not signed in', async () => {
  const closed = await startPlugin([{ name: 'pitower' }], {
    permission: AuthorizeResult.DENY,
  });
  try {
    for (const path of [PLAN, `${PLAN}/worker-02`, `${PLAN}/worker-99`]) {
      await request(closed.server).get(path).expect(403);
      await request(closed.server)
        .get(path)
        .set('authorization', mockCredentials.none.header())
        .expect(401);
    }
    const input = { platform: 'home', cluster: 'pitower', node: 'worker-02' };
    for (const name of ['can-node-go-down', 'what-depends-on-node']) {
      await expect(
        closed.actions.invoke({ id: `test:${name}`, input }),
      ).rejects.toThrow();
    }
  } finally {
    await closed.stop();
  }
});

it('keeps every machine up while an OSD is down, and until all copies are back', async () => {
  await sandbox.setCeph('osd-down');
  const broken = await readUntil(
    plan =>
      reasonOf(plan, 'worker-02', 'osds') === 'osds-already-down' &&
      reasonOf(plan, 'worker-01', 'recovery') === 'recovery-osds-down',
  );
  const ranks = ({ verdicts }: RollingPlan) =>
    verdicts.map(({ verdict }) => FROM_WORST.indexOf(verdict));
  ranks(broken).forEach((rank, position) =>
    expect(rank).toBeLessThanOrEqual(ranks(healthy)[position]),
  );
  for (const node of STORAGE_MACHINES) {
    expect(verdictOf(broken, node)).toMatchObject({
      verdict: 'unsafe',
      steps: [{ id: 'check-osds' }, { id: 'check-etcd' }],
    });
  }
  expect(inputOf(broken, 'worker-02', 'osds')?.subjects).toEqual(['osd.1']);
  await sandbox.setCeph('healthy');
  await readUntil(isWell);
});

it('cannot tell while Ceph’s manager is gone', async () => {
  await sandbox.setCeph('mgr-gone');
  const blind = await readUntil(plan =>
    STORAGE_MACHINES.every(node => verdictOf(plan, node).verdict === 'unknown'),
  );
  for (const input of ['osds', 'monitors', 'ceph-daemons', 'recovery']) {
    expect(inputOf(blind, 'worker-02', input)?.result).toBe('unknown');
  }
  expect(
    inputOf(blind, 'worker-02', 'osds')?.sources.find(
      ({ source }) => source === 'ceph-manager',
    )?.state,
  ).not.toBe('fresh');
  expect(blind.verdicts.map(({ verdict }) => verdict)).not.toContain('safe');
  await sandbox.setCeph('healthy');
  await readUntil(isWell);
});

it('lets one machine go at a time: while one is cordoned, and while one is off', async () => {
  await sandbox.changeNode('worker-pi-02', 'cordon');
  const cordoned = await readUntil(
    plan => verdictOf(plan, 'worker-pi-04').verdict === 'unsafe',
  );
  expect(inputOf(cordoned, 'worker-pi-04', 'other-maintenance')).toMatchObject({
    reason: 'other-machines',
    subjects: ['worker-pi-02'],
  });
  expect(verdictOf(cordoned, 'worker-pi-02').verdict).toBe('safe');
  expect(cordoned.order[0]).toBe('worker-pi-02');
  await sandbox.changeNode('worker-pi-02', 'uncordon');
  await readUntil(isWell);

  await sandbox.changeMachine('worker-pi-05', 'power-off');
  const off = await readUntil(
    plan =>
      reasonOf(plan, 'worker-02', 'other-maintenance') === 'other-machines',
  );
  expect(inputOf(off, 'worker-02', 'other-maintenance')?.subjects).toEqual([
    'worker-pi-05',
  ]);
  expect(verdictOf(off, 'worker-02').verdict).toBe('unsafe');
  await sandbox.changeMachine('worker-pi-05', 'power-on');
  await readUntil(isWell);
});
