import type { CephInputs } from '../ceph/CephInputs';
import { judgeFreshness } from './judgeFreshness';
import type { CephCluster, CephPart } from './resources';
import type { RookAnswer, RookReading } from './RookReader';
import { toDaemons } from './toDaemons';
import { toRookOsds } from './toRookOsds';

/** What Rook tells of one CephCluster: now, or before where it cannot be read now. */
export function toRookInputs(
  resource: CephCluster,
  answer: RookAnswer | undefined,
  last: RookReading,
  now: Date,
): CephInputs['rook'] {
  const workloads = answer?.ok ? answer.reading.workloads : undefined;
  return {
    resource,
    failed: [
      ...listFailed('CephBlockPool', last.blockPools),
      ...listFailed('CephFilesystem', last.filesystems),
    ],
    freshness: judgeFreshness(resource, now),
    isReadable: answer?.ok ?? false,
    observedAt: last.observedAt,
    workloads: workloads && {
      osds: toRookOsds(workloads),
      monitors: toDaemons(workloads.pods, 'mon'),
      managers: toDaemons(workloads.pods, 'mgr'),
      operator: workloads.operator,
    },
  };
}

function listFailed(kind: string, parts: readonly CephPart[]): string[] {
  return parts
    .filter(({ status }) => status?.phase === 'Failure')
    .map(({ metadata }) => `${kind} ${metadata.name}: Failure`);
}
