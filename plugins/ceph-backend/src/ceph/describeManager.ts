import {
  type SourceProblem,
  type StorageSourceState,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import { isRefusal } from '../manager/ManagerFailure';
import type { ManagerOutcome, ManagerReading } from '../manager/ManagerReader';

/** How the manager's REST API was read, and what its answers lack. */
export function describeManager(options: {
  /** Absent where it is not configured. */
  outcome: ManagerOutcome | undefined;
  /** The manager's own fsid where it is not Rook's. */
  foreignFsid: string | undefined;
  cluster: string;
  url: string | undefined;
}): Omit<StorageSourceState, 'since'> {
  const { outcome, foreignFsid, cluster, url } = options;
  const source = 'ceph-manager';
  if (!outcome) return { source, state: 'not-configured' };
  if (foreignFsid) {
    return {
      source,
      state: 'absent',
      problem: toSourceProblem('manager-foreign', {
        url: url ?? '',
        fsid: foreignFsid,
        cluster,
      }),
    };
  }
  if (!outcome.ok) {
    return { source, state: toState(outcome), problem: outcome.problem };
  }
  const { observedAt, osdsFailure } = outcome.reading;
  return {
    source,
    state: 'fresh',
    observedAt: observedAt.toISOString(),
    problem: osdsFailure ?? describeMissing(outcome.reading),
  };
}

function toState({
  isWithoutMonitors,
  failure,
}: Extract<ManagerOutcome, { ok: false }>): StorageSourceState['state'] {
  if (isWithoutMonitors) return 'stale';
  return isRefusal(failure) ? 'forbidden' : 'unreachable';
}

/** The scopes a role lacks, by the parts that are not in the answer. */
function describeMissing({ full }: ManagerReading): SourceProblem | undefined {
  const scopes = [
    full.mon_status ? undefined : 'monitor',
    full.osd_map ? undefined : 'osd',
    full.pools ? undefined : 'pool',
    full.fs_map ? undefined : 'cephfs',
  ].filter(scope => scope !== undefined);
  return scopes.length > 0
    ? toSourceProblem('manager-scopes-missing', { scopes: scopes.join(', ') })
    : undefined;
}
