import {
  addDatabase,
  buildInstance,
  PRIMARY_BUDGET,
} from '../__testUtils__/addDatabase';
import {
  buildHealthyCluster,
  buildMachine,
  CONTROL_PLANES,
  known,
  WORKERS,
} from '../__testUtils__/healthyCluster';
import type { ClusterFacts } from '../facts/ClusterFacts';
import type { MachineFacts } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import { judgeNode } from '../judgeNode';

const PRIMARY = buildInstance(1, 'worker-01');

function judge(
  instances: readonly PodFacts[],
  more: Partial<ClusterFacts> = {},
) {
  const facts = addDatabase(buildHealthyCluster(more), instances);
  const { inputs, steps } = judgeNode(facts, 'worker-01');
  return {
    budgets: inputs.find(({ id }) => id === 'disruption-budgets'),
    steps: steps.map(({ id }) => id),
  };
}

const machines = (change: Partial<MachineFacts>) =>
  known([
    ...CONTROL_PLANES.map(name => buildMachine(name, 'controlplane')),
    ...WORKERS.map(name => ({
      ...buildMachine(name, 'worker'),
      ...(name === 'worker-02' && change),
    })),
  ]);

it('waits for the primary of a database to be handed over, between cordoning and draining', () => {
  const { budgets, steps } = judge([PRIMARY, buildInstance(2, 'worker-02')]);
  expect(budgets).toMatchObject({
    result: 'step',
    reason: 'budgets-switch-over',
    subjects: ['pg/pg-primary'],
  });
  expect(steps).toEqual(
    expect.arrayContaining(['cordon', 'wait-for-databases', 'drain']),
  );
  expect(steps.indexOf('wait-for-databases')).toBe(steps.indexOf('cordon') + 1);
  expect(steps.indexOf('drain')).toBe(steps.indexOf('wait-for-databases') + 1);
});

it.each<[string, PodFacts[], string]>([
  ['it is alone', [], 'budgets-no-replica'],
  [
    'only a pooler runs beside it',
    [
      buildInstance(2, 'worker-02', {
        labels: { 'cnpg.io/podRole': 'pooler' },
      }),
    ],
    'budgets-no-replica',
  ],
  [
    'its replica is not ready',
    [buildInstance(2, 'worker-02', { ready: false })],
    'budgets-no-replica',
  ],
  [
    'its replica runs on the same machine',
    [buildInstance(2, 'worker-01')],
    'budgets-no-replica',
  ],
  [
    'its replica waits for a machine',
    [buildInstance(2, 'worker-02', { node: undefined })],
    'budgets-no-replica',
  ],
  [
    'one of two replicas is not ready',
    [
      buildInstance(2, 'worker-02'),
      buildInstance(3, 'worker-03', { ready: false }),
    ],
    'budgets-no-replica',
  ],
  [
    'another instance is being made',
    [
      buildInstance(2, 'worker-02'),
      buildInstance(3, 'worker-03', {
        labels: { 'cnpg.io/podRole': 'join', 'cnpg.io/jobRole': 'join' },
      }),
    ],
    'budgets-no-replica',
  ],
  [
    'the replica is another database’s',
    [buildInstance(2, 'worker-02', { labels: { 'cnpg.io/cluster': 'other' } })],
    'budgets-no-replica',
  ],
  [
    'both replicas are ready elsewhere',
    [buildInstance(2, 'worker-02'), buildInstance(3, 'worker-03')],
    'budgets-switch-over',
  ],
])('judges the primary of a database when %s', (_case, others, reason) => {
  expect(judge([PRIMARY, ...others]).budgets?.reason).toBe(reason);
});

it.each<[string, Partial<MachineFacts>, string]>([
  ['is cordoned', { cordoned: true }, 'budgets-no-replica'],
  ['is not ready', { ready: known(false) }, 'budgets-no-replica'],
  [
    'is not read',
    { ready: { known: false, reason: 'not-allowed' } },
    'unread-not-allowed',
  ],
])(
  'judges the primary when the replica’s machine %s',
  (_case, change, reason) => {
    const instances = [PRIMARY, buildInstance(2, 'worker-02')];
    expect(
      judge(instances, { machines: machines(change) }).budgets?.reason,
    ).toBe(reason);
  },
);

it('knows the labels of older versions', () => {
  const role = (pod: PodFacts, name: string) => ({
    ...pod,
    labels: { 'cnpg.io/cluster': 'pg', role: name },
  });
  const facts = addDatabase(buildHealthyCluster(), [
    role(PRIMARY, 'primary'),
    role(buildInstance(2, 'worker-02'), 'replica'),
  ]);
  const old = {
    ...facts,
    budgets: known([
      {
        ...PRIMARY_BUDGET,
        selector: {
          matchLabels: { 'cnpg.io/cluster': 'pg', role: 'primary' },
          matchExpressions: [],
        },
      },
    ]),
  };
  expect(
    judgeNode(old, 'worker-01').inputs.find(
      ({ id }) => id === 'disruption-budgets',
    )?.reason,
  ).toBe('budgets-switch-over');
});

it('lets no other budget through beside it', () => {
  const facts = addDatabase(
    buildHealthyCluster({
      budgets: known([
        {
          namespace: 'wiki',
          name: 'wiki',
          selector: { matchLabels: { app: 'wiki' }, matchExpressions: [] },
          allowed: 0,
        },
      ]),
    }),
    [PRIMARY, buildInstance(2, 'worker-02')],
  );
  expect(
    judgeNode(facts, 'worker-01').inputs.find(
      ({ id }) => id === 'disruption-budgets',
    ),
  ).toMatchObject({ reason: 'budgets-allow-none', subjects: ['wiki/wiki'] });
});
