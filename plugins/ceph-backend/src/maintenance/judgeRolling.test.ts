import {
  maintenanceReasons,
  maintenanceStepWords,
  nodeMaintenanceSchema,
  rollingPlanSchema,
} from '@internal/plugin-ceph-common';
import {
  ANYWHERE,
  buildApp,
  buildCeph,
  buildHealthyCluster,
  buildMachine,
  buildPod,
  buildVolume,
  CONTROL_PLANES,
  known,
  WORKERS,
} from './__testUtils__/healthyCluster';
import { faults } from './__testUtils__/faults';
import type { ClusterFacts } from './facts/ClusterFacts';
import { ClusterIndex } from './facts/ClusterIndex';
import { createJudgeContext } from './JudgeContext';
import { judgeNode } from './judgeNode';
import { judgeRolling } from './judgeRolling';
import { listDependents } from './listDependents';
import { quoteArgument } from './steps/quoteArgument';

function withMachine(
  name: string,
  more: Partial<ReturnType<typeof buildMachine>>,
): ClusterFacts {
  const facts = buildHealthyCluster();
  return {
    ...facts,
    machines: known(
      (facts.machines.known ? facts.machines.value : []).map(machine =>
        machine.name === name ? { ...machine, ...more } : machine,
      ),
    ),
  };
}

describe('all machines one after another', () => {
  it('goes from workers to control planes, the leader of etcd last', () => {
    const plan = judgeRolling(buildHealthyCluster());
    expect(rollingPlanSchema.parse(plan)).toEqual(plan);
    expect(plan.order).toEqual([
      ...WORKERS,
      'control-02',
      'control-03',
      'control-01',
    ]);
    expect(plan.stopsAt).toBeUndefined();
    expect(plan.verdicts.map(({ node }) => node)).toEqual([
      ...CONTROL_PLANES,
      ...WORKERS,
    ]);
  });

  it('stops as late as it can, at the first machine that may not go down', () => {
    const healthy = buildHealthyCluster();
    const blocked = faults['a budget allows none'](healthy, 0, 'worker-02');
    // The application runs on the first two workers.
    const plan = judgeRolling(blocked);
    expect(plan.stopsAt).toBe('worker-01');
    expect(plan.order.slice(-2)).toEqual(['worker-01', 'worker-02']);
    const twoVoters: ClusterFacts = {
      ...healthy,
      machines: known(
        healthy.machines.known
          ? healthy.machines.value.filter(({ name }) => name !== 'control-03')
          : [],
      ),
      etcd: known(
        {
          members: CONTROL_PLANES.slice(0, 2).map((node, at) => ({
            node,
            learner: false,
            leader: at === 0,
            healthy: known(true, 'talos' as const),
          })),
          alarms: [],
        },
        'talos',
      ),
    };
    expect(judgeRolling(twoVoters).stopsAt).toBe('control-02');
    const silent: ClusterFacts = {
      ...healthy,
      pods: { known: false, reason: 'not-allowed' },
    };
    expect(judgeRolling(silent).stopsAt).toBe('worker-01');
  });

  it('begins with a machine that is away already, and goes on once it is back', () => {
    const plan = judgeRolling(withMachine('worker-03', { cordoned: true }));
    expect(plan.order[0]).toBe('worker-03');
    expect(
      plan.verdicts.filter(({ verdict }) => verdict === 'unsafe'),
    ).toHaveLength(5);
    expect(plan.stopsAt).toBeUndefined();
  });
});

describe('steps', () => {
  it('are commands in order, with the names of the machine', () => {
    const { verdict, steps } = judgeNode(buildHealthyCluster(), 'worker-01');
    expect(verdict).toBe('safe-after-steps');
    expect(steps.map(({ when, command }) => [when, command])).toEqual([
      ['before', 'ceph osd ok-to-stop 0 1'],
      ['before', 'ceph osd set-group noout worker-01'],
      ['before', 'kubectl cordon worker-01'],
      [
        'before',
        'kubectl drain worker-01 --ignore-daemonsets --delete-emptydir-data --timeout=15m',
      ],
      ['during', 'talosctl -n 10.0.0.1191 shutdown'],
      [
        'during',
        `talosctl -n 10.0.0.1191 upgrade --image factory.talos.dev/metal-installer/${'f'.repeat(64)}:"\${TALOS_VERSION:?set it to the version to install, such as v1.12.11}"`,
      ],
      [
        'after',
        'kubectl wait --for=condition=Ready node/worker-01 --timeout=15m',
      ],
      ['after', 'kubectl uncordon worker-01'],
      [
        'after',
        'while kubectl get volumes.longhorn.io --all-namespaces --no-headers | grep -w degraded; do sleep 10; done',
      ],
      ['after', 'ceph osd unset-group noout worker-01'],
      [
        'after',
        String.raw`until ceph pg stat | grep -Eq '^[0-9]+ pgs: [0-9]+ active\+clean;'; do sleep 10; done`,
      ],
    ]);
  });

  it('hand etcd over, and name what the reader must see to', () => {
    const start = buildHealthyCluster();
    const facts = ['a bare pod runs here', 'a volume exists here only'].reduce(
      (found, name) => faults[name](found, 0, 'control-01'),
      start,
    );
    const { steps } = judgeNode(facts, 'control-01');
    expect(steps.map(({ id }) => id)).toEqual([
      'check-etcd',
      'tell-owners',
      'move-bare-pods',
      'forfeit-leadership',
      'cordon',
      'drain',
      'shut-down',
      'upgrade',
      'wait-for-ready',
      'uncordon',
    ]);
    expect(steps.find(({ id }) => id === 'drain')?.command).toContain(
      ' --force ',
    );
  });

  it.each(['unsafe', 'unknown'])(
    'only look while the verdict is %s',
    verdict => {
      const healthy = buildHealthyCluster();
      const facts =
        verdict === 'unsafe'
          ? faults['a budget allows none'](healthy, 0, 'worker-01')
          : {
              ...healthy,
              etcd: { known: false as const, reason: 'stale' as const },
            };
      const judged = judgeNode(facts, 'worker-01');
      expect(judged.verdict).toBe(verdict);
      expect(judged.steps.every(({ id }) => id.startsWith('check-'))).toBe(
        true,
      );
      expect(judged.steps[0].command).toBe('ceph osd ok-to-stop 0 1');
    },
  );

  it.each([
    ['worker-01.example', 'worker-01.example'],
    ['-rf', `'-rf'`],
    ['', `''`],
    ['a b', `'a b'`],
    ['$(reboot)', `'$(reboot)'`],
    [`it's`, String.raw`'it'\''s'`],
    ['a\nb', `'a\nb'`],
  ])('quote %j for a shell', (argument, expected) => {
    expect(quoteArgument(argument)).toBe(expected);
  });

  it('all have words, and so has every reason', () => {
    const facts = Object.values(faults).flatMap(fault =>
      [...CONTROL_PLANES, ...WORKERS].map(node =>
        judgeNode(fault(buildHealthyCluster(), 0, node), node),
      ),
    );
    for (const { inputs, steps } of facts) {
      for (const { reason, result, values } of inputs) {
        const told = Object.entries(maintenanceReasons).find(
          ([name]) => name === reason,
        )?.[1];
        expect([reason, told?.result]).toEqual([reason, result]);
        const needed = [...(told?.words.matchAll(/\{\{(\w+)\}\}/g) ?? [])].map(
          ([, name]) => name,
        );
        expect([reason, needed.filter(name => !(name in values))]).toEqual([
          reason,
          [],
        ]);
      }
      expect(Object.keys(maintenanceStepWords)).toEqual(
        expect.arrayContaining(steps.map(({ id }) => id)),
      );
    }
  });
});

describe('what depends on a machine', () => {
  const depends = (facts: ClusterFacts, node = 'worker-01') => {
    const context = createJudgeContext(new ClusterIndex(facts), node);
    const dependents = listDependents(context);
    const answer = { verdict: judgeNode(facts, node), dependents };
    expect(nodeMaintenanceSchema.parse(answer)).toEqual(answer);
    return {
      lessRedundant: dependents.lessRedundant.map(({ name }) => name),
      stopping: dependents.stopping.map(({ app, reason }) => [
        app.name,
        reason,
      ]),
      moving: dependents.moving.map(({ name }) => name),
      localVolumes: dependents.localVolumes.map(({ name }) => name),
    };
  };
  const onPool = (name: string, cluster = 'pitower') =>
    buildVolume(name, {
      kind: 'ceph-rbd',
      cluster,
      nodes: WORKERS,
      ceph: {
        cluster: 'pitower',
        name: 'rook-ceph',
        entityRef: 'resource:default/pitower.rook-ceph',
        pool: 'replicapool',
      },
    });

  it('counts apps of other clusters on the same Ceph', () => {
    const facts = buildHealthyCluster({
      volumes: known([onPool('paperless')]),
      guestVolumes: known([onPool('outline', 'guest')]),
    });
    expect(depends(facts)).toEqual({
      lessRedundant: ['outline', 'paperless'],
      stopping: [],
      moving: ['rook-ceph', 'wiki'],
      localVolumes: [],
    });
    const small = buildCeph({
      pools: known(
        [
          {
            id: 1,
            name: 'replicapool',
            size: 2,
            minSize: 2,
            failureDomain: 'host',
          },
        ],
        'ceph-manager',
      ),
    });
    expect(
      depends({ ...facts, ceph: known([small], 'rook') }).stopping,
    ).toEqual([
      ['paperless', 'data-blocked'],
      ['outline', 'data-blocked'],
    ]);
  });

  it('tells why each app stops, unless it runs elsewhere too', () => {
    const here = (name: string, more: Parameters<typeof buildPod>[3] = {}) =>
      buildPod(name, `${name}-0`, 'worker-01', more);
    const bound = {
      placement: {
        ...ANYWHERE,
        nodeSelector: { 'kubernetes.io/hostname': 'worker-01' },
      },
    };
    const facts = buildHealthyCluster({
      ceph: known([], 'rook'),
      pods: known([
        here('local'),
        here('bound', bound),
        here('doubled', bound),
        buildPod('doubled', 'doubled-1', 'worker-02'),
        here('unready', bound),
        buildPod('unready', 'unready-1', 'worker-02', { ready: false }),
        here('bare', { kind: 'bare' }),
        here('large', { requests: { cpu: 99, memory: 0, pods: 1 } }),
        here('agent', { kind: 'daemon' }),
        here('free'),
      ]),
      volumes: known([
        buildVolume('local', {
          kind: 'local',
          nodes: ['worker-01'],
          pods: [{ namespace: 'local', name: 'local-0', node: 'worker-01' }],
          apps: [buildApp('local')],
        }),
      ]),
    });
    expect(depends(facts)).toEqual({
      lessRedundant: [],
      stopping: [
        ['local', 'local-volume'],
        ['bound', 'bound-pod'],
        ['unready', 'bound-pod'],
        ['bare', 'bare-pod'],
        ['large', 'no-capacity'],
      ],
      moving: ['free'],
      localVolumes: ['local'],
    });
  });
});
