import {
  MaintenanceInput,
  MaintenanceReason,
  maintenanceInputIdSchema,
  maintenanceReasons,
  MaintenanceVerdict,
  NodeMaintenance,
  NodeVerdict,
  RollingPlan,
} from '@internal/plugin-ceph-common';
import { fresh } from './buildChain';
import { buildLocalVolume } from './buildVolume';

type InputId = MaintenanceInput['id'];

const calm: Record<InputId, MaintenanceReason> = {
  etcd: 'etcd-not-a-member',
  osds: 'osds-keep-serving',
  monitors: 'monitors-keep-majority',
  'ceph-daemons': 'daemons-remain',
  recovery: 'recovery-none',
  'disruption-budgets': 'budgets-allow',
  'bare-pods': 'bare-pods-none',
  'local-volumes': 'local-volumes-none',
  'bound-pods': 'bound-pods-none',
  capacity: 'capacity-enough',
  'other-maintenance': 'other-none',
};

const different: Record<
  MaintenanceVerdict,
  Partial<Record<InputId, MaintenanceReason>>
> = {
  safe: {},
  'safe-after-steps': {
    osds: 'osds-need-noout',
    'local-volumes': 'local-volumes-offline',
  },
  unsafe: {
    osds: 'osds-pool-too-small',
    recovery: 'recovery-not-clean',
    'local-volumes': 'local-volumes-offline',
  },
  unknown: { etcd: 'unread-not-configured', osds: 'unread-stale' },
};

const values = {
  osds: 1,
  spareless: '',
  remaining: 2,
  monitors: 3,
  needed: 2,
  pods: 14,
  machines: 2,
  groups: 12,
  healthy: 2,
  voters: 3,
};

function buildInput(id: InputId, reason: MaintenanceReason): MaintenanceInput {
  return {
    id,
    reason,
    result: maintenanceReasons[reason].result,
    values,
    subjects: id === 'local-volumes' ? ['databases/postgres-1'] : [],
    sources:
      reason === 'unread-stale'
        ? [
            {
              ...fresh('rook'),
              state: 'stale',
              problem: { code: 'operator-never', values: {} },
            },
          ]
        : [fresh('kubernetes')],
  };
}

/** A verdict with inputs that give it. */
export function buildVerdict(
  verdict: MaintenanceVerdict,
  node = 'worker-02',
): NodeVerdict {
  const looking = [
    {
      id: 'check-osds',
      when: 'before' as const,
      command: 'ceph osd ok-to-stop 1',
    },
  ];
  const going = [
    {
      id: 'set-noout',
      when: 'before' as const,
      command: `ceph osd set-group noout ${node}`,
    },
    { id: 'tell-owners', when: 'before' as const },
    {
      id: 'cordon',
      when: 'before' as const,
      command: `kubectl cordon ${node}`,
    },
    {
      id: 'drain',
      when: 'before' as const,
      command: `kubectl drain ${node} --ignore-daemonsets --delete-emptydir-data --timeout=15m`,
    },
    {
      id: 'shut-down',
      when: 'during' as const,
      command: 'talosctl -n 10.20.0.32 shutdown',
    },
    {
      id: 'uncordon',
      when: 'after' as const,
      command: `kubectl uncordon ${node}`,
    },
  ];
  const mayGo = verdict === 'safe' || verdict === 'safe-after-steps';
  return {
    platform: 'pitower',
    cluster: 'pitower',
    node,
    verdict,
    observedAt: new Date().toISOString(),
    inputs: maintenanceInputIdSchema.options.map(id =>
      buildInput(id, different[verdict][id] ?? calm[id]),
    ),
    steps: mayGo ? [...looking, ...going] : looking,
  };
}

const app = (name: string, owner: string) => ({
  name,
  namespace: 'selfhosted',
  entityRef: `component:default/${name}`,
  owner: `group:default/${owner}`,
});

/** A machine's verdict with what depends on the machine. */
export function buildNodeMaintenance(
  verdict: MaintenanceVerdict,
): NodeMaintenance {
  return {
    verdict: buildVerdict(verdict),
    dependents: {
      lessRedundant: [app('paperless', 'atlas'), app('n8n', 'atlas')],
      stopping: [{ app: app('matomo', 'atlas'), reason: 'local-volume' }],
      moving: [app('it-tools', 'borealis')],
      localVolumes: [buildLocalVolume()],
    },
  };
}

/** A rolling upgrade that would stop at the last of three machines. */
export function buildPlan(parts: Partial<RollingPlan> = {}): RollingPlan {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    verdicts: [
      buildVerdict('safe', 'worker-01'),
      buildVerdict('safe-after-steps', 'worker-02'),
      buildVerdict('unsafe', 'worker-03'),
      buildVerdict('unknown', 'cp-01'),
    ],
    order: ['worker-01', 'worker-02', 'worker-03', 'cp-01'],
    stopsAt: 'worker-03',
    ...parts,
  };
}
