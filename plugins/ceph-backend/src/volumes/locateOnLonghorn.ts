import type { Kept } from '../inventory/Kept';
import type { Longhorn } from '../inventory/longhorn/LonghornReader';
import type {
  LonghornVolume,
  Replica,
} from '../inventory/longhorn/longhornSchemas';
import type { NodeNames } from '../inventory/NodeNames';
import type { Judgement } from './judgePool';

/** Where Longhorn keeps a volume. */
export interface LonghornLocation extends Judgement {
  /** Machines with a complete replica, by name; none where that is not fresh. */
  nodes: string[];
  /** As many as are wanted; absent where that is not known. */
  copies?: number;
}

/** Finds a volume of Longhorn by its handle, and judges it by its replicas. */
export function locateOnLonghorn(
  handle: string | undefined,
  longhorn: Kept<Longhorn> | undefined,
  names: NodeNames,
): LonghornLocation {
  if (longhorn?.state !== 'fresh') {
    return { state: 'unknown', reason: 'longhorn-not-read', nodes: [] };
  }
  const { volumes, replicas } = longhorn.value;
  const volume = volumes.find(({ metadata }) => metadata.name === handle);
  if (!volume) return { state: 'lost', reason: 'longhorn-gone', nodes: [] };
  const complete = replicas
    .filter(({ spec }) => spec.volumeName === handle)
    .filter(isComplete(volume))
    .map(({ spec: { nodeID } }) => names.find(nodeID) ?? nodeID);
  const nodes = [...new Set(complete)].sort();
  const copies = volume.spec.numberOfReplicas;
  return { ...judge(volume, complete.length), nodes, copies };
}

/** Of an attached volume only what runs is written to; a detached one rests. */
function isComplete({ status }: LonghornVolume) {
  return ({ spec, status: { currentState } }: Replica): boolean =>
    spec.active &&
    spec.nodeID !== '' &&
    spec.healthyAt !== '' &&
    spec.failedAt === '' &&
    (status.state === 'detached' || currentState === 'running');
}

function judge({ spec, status }: LonghornVolume, complete: number): Judgement {
  const { state, robustness } = status;
  if (robustness === 'faulted') {
    return { state: 'blocked', reason: 'replicas-failed' };
  }
  const isSettled =
    state === 'detached' ||
    (state === 'attached' && ['healthy', 'degraded'].includes(robustness));
  if (!isSettled || complete === 0) {
    return { state: 'unknown', reason: 'replicas-not-told' };
  }
  return robustness === 'degraded' || complete < spec.numberOfReplicas
    ? { state: 'degraded', reason: 'replicas-missing' }
    : { state: 'ok' };
}
