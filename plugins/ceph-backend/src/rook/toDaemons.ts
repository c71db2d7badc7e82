import type { Pod } from '@internal/upstream';
import { isReady } from './toRookOsds';

/** A daemon of Ceph by its pod. */
export interface RookDaemon {
  /** As Ceph names it, such as `a` of the monitors. */
  name: string;
  node?: string;
  isReady: boolean;
  /** Of a manager, as Rook labels it: `active` or `standby`; it may lag. */
  role?: string;
}

/** The daemons of a kind, by the pods that Rook runs for them. */
export function toDaemons(
  pods: readonly Pod[],
  kind: 'mon' | 'mgr' | 'mds',
): RookDaemon[] {
  return pods
    .filter(({ metadata }) => metadata.labels.app === `rook-ceph-${kind}`)
    .map(pod => ({
      name: pod.metadata.labels.ceph_daemon_id ?? pod.metadata.labels[kind],
      node: pod.spec.nodeName,
      isReady: isReady(pod),
      role: pod.metadata.labels.mgr_role,
    }))
    .filter(({ name }) => name !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
