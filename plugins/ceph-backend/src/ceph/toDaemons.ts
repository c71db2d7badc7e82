import type { CephDetail } from '@internal/plugin-ceph-common';
import type { HealthFull } from '../manager/healthFull';
import type { RookDaemon } from '../rook/toDaemons';
import type { CephInputs } from './CephInputs';
import { known, unread } from './reading';

type Monitors = Extract<CephDetail['monitors'], { known: true }>['value'];

/** The monitors of the monitors' own map, on the machines of their pods. */
export function toMonitors(
  status: HealthFull['mon_status'],
  pods: readonly RookDaemon[] | undefined,
): Monitors | undefined {
  return status?.monmap.mons.map(({ name, rank }) => ({
    name,
    node: pods?.find(pod => pod.name === name)?.node,
    inQuorum: status.quorum.includes(rank),
  }));
}

/** The managers by their own map where the role may read it, else by their pods. */
export function toManagers(
  { manager, rook, now }: CephInputs,
  byMetrics: CephDetail['managers'] | undefined,
): CephDetail['managers'] {
  const { workloads } = rook;
  const pods = workloads?.managers ?? [];
  const nodes = [...new Set(pods.flatMap(({ node }) => node ?? []))].sort();
  const map =
    manager.state === 'fresh' ? manager.reading?.full.mgr_map : undefined;
  if (map && manager.reading) {
    return known(
      {
        active: map.active_name,
        standbys: map.standbys.map(({ name }) => name),
        nodes,
      },
      'ceph-manager',
      manager.reading.observedAt,
    );
  }
  if (byMetrics?.known) {
    const { value, source, observedAt } = byMetrics;
    return known(
      { ...value, nodes: nodes.length > 0 ? nodes : value.nodes },
      source,
      observedAt,
    );
  }
  if (!workloads) return unread('not-reachable');
  // Those of a Ceph that runs elsewhere have no pods here.
  if (rook.resource.spec.external?.enable && pods.length === 0) {
    return unread('not-configured');
  }
  const active = pods.filter(pod => pod.isReady && pod.role === 'active');
  return known(
    {
      active: active.length === 1 ? active[0].name : undefined,
      standbys: pods
        .filter(pod => pod.isReady && pod.role === 'standby')
        .map(({ name }) => name),
      nodes,
    },
    'kubernetes',
    now,
  );
}
