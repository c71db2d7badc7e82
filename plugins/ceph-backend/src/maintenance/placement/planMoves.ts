import type { UnreadReason } from '@internal/plugin-ceph-common';
import type { ClusterIndex } from '../facts/ClusterIndex';
import type { MachineFacts, Resources } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import { unreadReason } from '../facts/unreadReason';
import { isReplicaServer } from '../longhorn/isReplicaServer';
import { allowsMachine } from './allowsMachine';
import { MachineRoom } from './MachineRoom';

/** What becomes of the pods that draining a machine would move. */
export interface Moves {
  moving: { pod: PodFacts; to: string }[];
  /** Their volume exists on the machine only. */
  held: PodFacts[];
  /** No other machine is allowed to run them. */
  bound: PodFacts[];
  /** No other machine has room. */
  crowded: PodFacts[];
  /** Their rules are not evaluated. */
  unevaluated: PodFacts[];
}

export type PlannedMoves =
  { known: true; value: Moves } | { known: false; reason: UnreadReason };

/**
 * Finds a machine for each pod that has to move: the largest first, each on
 * the first machine that may run it and has what it requests. What it finds is
 * room for all at once; where it finds none there may still be some, for it
 * tries one order only. Rules that other pods have against these are not
 * looked at, nor what waits for room already.
 */
export function planMoves(index: ClusterIndex, name: string): PlannedMoves {
  const { machines, pods, volumes } = index.facts;
  const missing = unreadReason(machines, pods, volumes);
  const machine = index.machine(name);
  if (missing || !machines.known) {
    return { known: false, reason: missing ?? 'not-reported' };
  }
  if (!machine) return { known: false, reason: 'not-reported' };
  const others = machines.value.filter(other => other.name !== name);
  const unmeasured = unreadReason(
    ...machines.value.flatMap(({ allocatable, ready }) => [allocatable, ready]),
  );
  if (unmeasured) return { known: false, reason: unmeasured };

  const moves: Moves = {
    moving: [],
    held: [],
    bound: [],
    crowded: [],
    unevaluated: [],
  };
  const heldNames = new Set(
    index
      .volumesOnlyOn(name)
      .flatMap(volume =>
        volume.pods.map(pod => `${pod.namespace}/${pod.name}`),
      ),
  );
  const room = new MachineRoom(index, machine, others.filter(takesPods));
  const largestFirst = index
    .podsOn(name)
    .filter(
      pod =>
        pod.kind === 'moves' && !isPinnedCephPod(pod) && !isReplicaServer(pod),
    )
    .sort(compareSize(machine));
  for (const pod of largestFirst) {
    if (heldNames.has(`${pod.namespace}/${pod.name}`)) {
      moves.held.push(pod);
    } else if (
      !others.some(other => allowsMachine(pod.placement, machine, other))
    ) {
      moves.bound.push(pod);
    } else if (pod.placement.isUnevaluated) {
      moves.unevaluated.push(pod);
    } else {
      const to = room.take(pod);
      if (to === undefined) moves.crowded.push(pod);
      else moves.moving.push({ pod, to });
    }
  }
  return { known: true, value: moves };
}

/** OSDs, monitors and their helpers stay with the machine on purpose; what that means is judged by Ceph's own inputs. */
function isPinnedCephPod({ labels, placement }: PodFacts): boolean {
  return (
    labels.rook_cluster !== undefined &&
    placement.nodeSelector['kubernetes.io/hostname'] !== undefined
  );
}

function takesPods({ ready, cordoned }: MachineFacts): boolean {
  return ready.known && ready.value && !cordoned;
}

/** By the larger of the shares of this machine's processors and memory; then by name, so that the plan is always the same. */
function compareSize({ allocatable }: MachineFacts) {
  const whole: Resources = allocatable.known
    ? allocatable.value
    : { cpu: 1, memory: 2 ** 30, pods: 110 };
  const share = ({ requests }: PodFacts) =>
    Math.max(requests.cpu / whole.cpu, requests.memory / whole.memory);
  const label = ({ namespace, name }: PodFacts) => `${namespace}/${name}`;
  return (a: PodFacts, b: PodFacts) =>
    share(b) - share(a) || (label(a) < label(b) ? -1 : 1);
}
