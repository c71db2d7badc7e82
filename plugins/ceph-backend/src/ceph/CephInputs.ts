import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { ManagerReading } from '../manager/ManagerReader';
import type { MetricsOutcome } from '../metrics/MetricsReader';
import type { CephCluster } from '../rook/resources';
import type { RookFreshness } from '../rook/judgeFreshness';
import type { RookDaemon } from '../rook/toDaemons';
import type { RookOsd } from './CephReading';

/** How a source other than Rook stands for one Ceph cluster. */
export type Standing =
  | { state: 'not-configured' }
  /** Asked in this cycle, and it may be relied on. */
  | { state: 'fresh' }
  /** It failed a moment ago, as when managers take turns. */
  | { state: 'switching' }
  /** The manager answers without its monitors. */
  | { state: 'without-monitors' }
  | { state: 'refused' | 'unreachable' | 'foreign' };

/** All that is known of one Ceph cluster in one cycle, before it is merged. */
export interface CephInputs {
  platform: string;
  cluster: string;
  now: Date;
  rook: {
    resource: CephCluster;
    /** Pools and filesystems that Rook could not make as declared, one line each. */
    failed: readonly string[];
    freshness: RookFreshness;
    /** False where the resource is of an earlier cycle, because this one's could not be read. */
    isReadable: boolean;
    observedAt: Date;
    /** Absent where pods and deployments could not be read in this cycle. */
    workloads?: {
      osds: ReadonlyMap<number, RookOsd>;
      monitors: readonly RookDaemon[];
      managers: readonly RookDaemon[];
      operator?: { ready: number; wanted: number };
    };
  };
  manager: Standing & {
    /** The last one that counted; of this cycle where the state is `fresh`. */
    reading?: ManagerReading;
  };
  metrics?: Extract<MetricsOutcome, { ok: true }>;
  sources: StorageSourceState[];
  /** Since when Rook and the manager say different things. */
  disagreeingSince?: Date;
}

/** Whether what Rook says of Ceph may be relied on now. */
export function isRookProven({ rook }: Pick<CephInputs, 'rook'>): boolean {
  const { state } = rook.freshness;
  return rook.isReadable && (state === 'fresh' || state === 'slow');
}

/** Rook's operator could not reach Ceph: one detail of no code of Ceph's. */
export function findOperatorError({
  rook,
}: Pick<CephInputs, 'rook'>): string | undefined {
  const error = rook.resource.status.ceph?.details.error;
  return error?.severity === 'Urgent' ? error.message : undefined;
}

/** Metrics go on as they were without monitors; Rook or the manager proves that these answer. */
export function areMetricsProven(
  inputs: Pick<CephInputs, 'rook' | 'manager'>,
): boolean {
  switch (inputs.manager.state) {
    case 'fresh':
      return true;
    case 'without-monitors':
      return false;
    default:
      return isRookProven(inputs) && findOperatorError(inputs) === undefined;
  }
}
