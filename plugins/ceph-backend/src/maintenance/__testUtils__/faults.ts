import type { Reading } from '@internal/plugin-ceph-common';
import type { CephFacts, OsdFacts } from '../facts/CephFacts';
import type { ClusterFacts } from '../facts/ClusterFacts';
import type { EtcdMember } from '../facts/EtcdFacts';
import type { MachineFacts } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import { ANYWHERE, buildPod, buildVolume, known } from './healthyCluster';

/** Something that goes wrong; `pick` chooses where, and `node` is the machine that is judged. */
export type Fault = (
  facts: ClusterFacts,
  pick: number,
  node: string,
) => ClusterFacts;

/** What may go wrong, by name; each at least as bad as not having happened. */
export const faults: Record<string, Fault> = {
  'an OSD goes down': onOsds(osd => ({ ...osd, up: false })),
  // One that is down already would only be given up, which Ceph does before it repairs.
  'an OSD goes down and out': onOsds(osd =>
    osd.up ? { ...osd, up: false, in: false } : osd,
  ),
  'a monitor leaves the quorum': onCeph((ceph, pick) => ({
    ...ceph,
    monitors: change(ceph.monitors, monitors =>
      changeOne(monitors, pick, monitor => ({ ...monitor, inQuorum: false })),
    ),
  })),
  'placement groups are not clean': onCeph((ceph, pick) => ({
    ...ceph,
    placementGroups: change(ceph.placementGroups, groups => [
      ...groups,
      {
        state: [
          'active+undersized+degraded',
          'active+recovering+degraded',
          'active+clean+inconsistent',
          'active+remapped+backfilling',
          'peering',
          'down',
          'unknown',
        ][pick % 7],
        count: 1 + (pick % 3),
      },
    ]),
  })),
  'a pool needs more copies': onCeph((ceph, pick) => ({
    ...ceph,
    pools: change(ceph.pools, pools =>
      changeOne(pools, pick, pool => ({ ...pool, minSize: pool.minSize + 1 })),
    ),
  })),
  'a pool has one copy less': onCeph((ceph, pick) => ({
    ...ceph,
    pools: change(ceph.pools, pools =>
      changeOne(pools, pick, pool => ({ ...pool, size: pool.size - 1 })),
    ),
  })),
  'a pool spreads over OSDs only': onCeph((ceph, pick) => ({
    ...ceph,
    pools: change(ceph.pools, pools =>
      changeOne(pools, pick, pool => ({ ...pool, failureDomain: 'osd' })),
    ),
  })),
  'a standby manager is gone': onCeph(ceph => ({
    ...ceph,
    managers: change(ceph.managers, managers => ({
      ...managers,
      standbys: managers.standbys.slice(1),
    })),
  })),
  'the active manager is gone': onCeph(ceph => ({
    ...ceph,
    managers: change(ceph.managers, managers => ({
      ...managers,
      active: undefined,
    })),
  })),
  'a metadata server fails': onCeph((ceph, pick) => ({
    ...ceph,
    filesystems: change(ceph.filesystems, filesystems =>
      changeOne(filesystems, pick, filesystem => ({
        ...filesystem,
        failed: filesystem.failed + 1,
        standbys: [],
      })),
    ),
  })),
  'a check is raised': onCeph(ceph => ({
    ...ceph,
    warnings: change(ceph.warnings, warnings => [...warnings, 'OSD_NEARFULL']),
  })),
  'a voter of etcd is unhealthy': onMembers((member, healthy) => ({
    ...member,
    healthy: { ...healthy, value: false },
  })),
  'etcd takes in a learner': facts => ({
    ...facts,
    etcd: change(facts.etcd, etcd => ({
      ...etcd,
      members: [
        ...etcd.members,
        {
          node: 'control-09',
          learner: true,
          leader: false,
          healthy: known(true, 'talos'),
        },
      ],
    })),
  }),
  'etcd has no leader': facts => ({
    ...facts,
    etcd: change(facts.etcd, etcd => ({
      ...etcd,
      members: etcd.members.map(member => ({ ...member, leader: false })),
    })),
  }),
  'etcd raises an alarm': facts => ({
    ...facts,
    etcd: change(facts.etcd, etcd => ({ ...etcd, alarms: ['control-01'] })),
  }),
  'another machine is cordoned': onOthers(machine => ({
    ...machine,
    cordoned: true,
  })),
  'another machine is not ready': onOthers(machine => ({
    ...machine,
    ready: change(machine.ready, () => false),
  })),
  'another machine starts': onOthers(machine => ({
    ...machine,
    changing: change(machine.changing, () => true),
  })),
  'other machines have no room': (facts, _pick, node) => ({
    ...facts,
    machines: change(facts.machines, machines =>
      machines.map(machine =>
        machine.name === node
          ? machine
          : {
              ...machine,
              allocatable: change(machine.allocatable, whole => ({
                ...whole,
                memory: 0,
              })),
            },
      ),
    ),
  }),
  'a budget allows none': (facts, pick) => ({
    ...facts,
    budgets: change(facts.budgets, budgets =>
      changeOne(budgets, pick, budget => ({ ...budget, allowed: 0 })),
    ),
  }),
  'another budget covers the same pods': facts => ({
    ...facts,
    budgets: change(facts.budgets, budgets => [
      ...budgets,
      ...budgets.slice(0, 1).map(budget => ({ ...budget, name: 'second' })),
    ]),
  }),
  'Rook drains a part of Ceph': facts => ({
    ...facts,
    budgets: change(facts.budgets, budgets => [
      ...budgets,
      {
        namespace: 'rook-ceph',
        name: 'rook-ceph-osd-host-worker-09',
        selector: {
          matchLabels: { 'topology-location-host': 'worker-09' },
          matchExpressions: [],
        },
        allowed: 0,
      },
    ]),
  }),
  'a replica of a database is not ready': facts => ({
    ...facts,
    pods: change(facts.pods, pods =>
      pods.map(pod =>
        pod.labels['cnpg.io/instanceRole'] === 'replica'
          ? { ...pod, ready: false }
          : pod,
      ),
    ),
  }),
  'a bare pod runs here': addPod({ kind: 'bare' }),
  'a pod bound to the machine runs here': (facts, pick, node) =>
    addPod({
      placement: {
        ...ANYWHERE,
        nodeSelector: { 'kubernetes.io/hostname': node },
      },
    })(facts, pick, node),
  'a pod with rules of another kind runs here': addPod({
    placement: { ...ANYWHERE, isUnevaluated: true },
  }),
  'a pod too large for any other machine runs here': addPod({
    requests: { cpu: 64, memory: 2 ** 40, pods: 1 },
  }),
  'a pod that keeps data in a folder runs here': addPod({
    hostFolders: ['/var/mnt/data'],
  }),
  'a pod wants a port that is taken everywhere else': (facts, pick, node) => {
    const taken = change(facts.pods, pods => [
      ...pods,
      ...(facts.machines.known ? facts.machines.value : []).map(({ name }) =>
        buildPod('edge', `edge-${name}`, name, {
          kind: 'daemon',
          hostPorts: ['TCP/443'],
          requests: { cpu: 0, memory: 0, pods: 0 },
        }),
      ),
    ]);
    return addPod({ hostPorts: ['TCP/443'] })(
      { ...facts, pods: taken },
      pick,
      node,
    );
  },
  'a volume exists here only': (facts, _pick, node) => ({
    ...facts,
    volumes: change(facts.volumes, volumes => [
      ...volumes,
      buildVolume('scratch', {
        kind: 'local',
        nodes: [node],
        pods: [{ namespace: 'scratch', name: 'scratch-0', node }],
      }),
    ]),
  }),
  'a replica on another machine fails': (facts, pick, node) => ({
    ...facts,
    volumes: change(facts.volumes, volumes =>
      volumes.map(volume => {
        const others = volume.nodes.filter(name => name !== node);
        const failed = others.at(pick % Math.max(others.length, 1));
        return volume.kind === 'longhorn'
          ? {
              ...volume,
              nodes: volume.nodes.filter(name => name !== failed),
              state: 'degraded' as const,
            }
          : volume;
      }),
    ),
  }),
  'a volume lies nobody knows where': facts => ({
    ...facts,
    volumes: change(facts.volumes, volumes => [
      ...volumes,
      buildVolume('lost', {
        kind: 'other',
        pods: [{ namespace: 'lost', name: 'lost-0' }],
      }),
    ]),
  }),
};

function change<T>(reading: Reading<T>, to: (value: T) => T): Reading<T> {
  return reading.known ? { ...reading, value: to(reading.value) } : reading;
}

function changeOne<T>(
  items: readonly T[],
  pick: number,
  to: (item: T) => T,
): T[] {
  return items.map((item, position) =>
    position === pick % items.length ? to(item) : item,
  );
}

function onCeph(to: (ceph: CephFacts, pick: number) => CephFacts): Fault {
  return (facts, pick) => ({
    ...facts,
    ceph: change(facts.ceph, ceph => ceph.map(one => to(one, pick))),
  });
}

function onOsds(to: (osd: OsdFacts) => OsdFacts): Fault {
  return onCeph((ceph, pick) => ({
    ...ceph,
    osds: change(ceph.osds, osds => changeOne(osds, pick, to)),
  }));
}

function onMembers(
  to: (
    member: EtcdMember,
    healthy: Extract<EtcdMember['healthy'], { known: true }>,
  ) => EtcdMember,
): Fault {
  return (facts, pick) => ({
    ...facts,
    etcd: change(facts.etcd, etcd => ({
      ...etcd,
      members: changeOne(etcd.members, pick, member =>
        member.healthy.known ? to(member, member.healthy) : member,
      ),
    })),
  });
}

function onOthers(to: (machine: MachineFacts) => MachineFacts): Fault {
  return (facts, pick, node) => {
    const others = facts.machines.known
      ? facts.machines.value.filter(({ name }) => name !== node)
      : [];
    const chosen = others.at(pick % Math.max(others.length, 1));
    return {
      ...facts,
      machines: change(facts.machines, machines =>
        machines.map(machine => (machine === chosen ? to(machine) : machine)),
      ),
    };
  };
}

function addPod(more: Partial<PodFacts>): Fault {
  return (facts, pick, node) => ({
    ...facts,
    pods: change(facts.pods, pods => [
      ...pods,
      buildPod('extra', `extra-${pick}-${pods.length}`, node, more),
    ]),
  });
}
