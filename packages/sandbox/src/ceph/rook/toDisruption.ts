import type { Manifest } from '../../kubernetes/KubernetesObject';
import type { CephStatus } from '../model/CephStatus';
import { rookNamespace } from './toCephCluster';

/** What Rook does about disruptions: budgets, and what it remembers of them. */
export interface Disruption {
  budgets: Manifest[];
  /** Budgets that are not there in this situation. */
  unwanted: Manifest[];
  state: Manifest;
  /** Host in CRUSH that goes down, for which all others have to stay. */
  draining?: string;
}

/**
 * While placement groups are well, any one OSD may go. Once those of a host are
 * gone, no other may, until all is well again.
 */
export function toDisruption(
  status: CephStatus,
  drainedHosts: string[],
  /** Host that went down before. */
  previous?: string,
): Disruption {
  const hosts = [...new Set(status.osds.map(({ host }) => host))];
  const isWell = status.groups.every(({ state }) =>
    /^active\+clean/.test(state),
  );
  const gone = status.osds.find(({ up }) => !up)?.host;
  const draining = gone ?? drainedHosts[0] ?? (isWell ? undefined : previous);
  const app = (name: string) => ({ matchLabels: { app: `rook-ceph-${name}` } });
  const anyOne = toBudget('rook-ceph-osd', {
    maxUnavailable: 1,
    selector: app('osd'),
  });
  const blocking = hosts.map(host => ({
    host,
    budget: toBudget(`rook-ceph-osd-host-${host}`, {
      maxUnavailable: 0,
      selector: {
        matchLabels: {
          ...app('osd').matchLabels,
          'topology-location-host': host,
        },
      },
    }),
  }));
  const wanted =
    draining === undefined
      ? [anyOne]
      : blocking
          .filter(({ host }) => host !== draining)
          .map(({ budget }) => budget);
  return {
    draining,
    unwanted: [anyOne, ...blocking.map(({ budget }) => budget)].filter(
      budget => !wanted.includes(budget),
    ),
    budgets: [
      ...wanted,
      toBudget('rook-ceph-mon-pdb', {
        maxUnavailable: 1,
        selector: app('mon'),
      }),
      toBudget('rook-ceph-mgr-pdb', {
        maxUnavailable: 1,
        selector: app('mgr'),
      }),
      toBudget(`rook-ceph-mds-${status.definition.filesystem}`, {
        minAvailable: 1,
        selector: {
          matchLabels: { rook_file_system: status.definition.filesystem },
        },
      }),
    ],
    state: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'rook-ceph-pdbstatemap', namespace: rookNamespace },
      data: {
        'draining-failure-domain': draining ?? '',
        'set-no-out': drainedHosts.length > 0 ? 'true' : '',
      },
    },
  };
}

function toBudget(name: string, spec: Record<string, unknown>): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: rookNamespace },
    spec,
  };
}
