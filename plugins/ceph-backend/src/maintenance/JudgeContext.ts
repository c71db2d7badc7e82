import type { ClusterFacts } from './facts/ClusterFacts';
import { ClusterIndex } from './facts/ClusterIndex';
import type { MachineFacts } from './facts/MachineFacts';
import { type PlannedMoves, planMoves } from './placement/planMoves';

/** What the inputs of one machine's verdict are judged from. */
export interface JudgeContext {
  facts: ClusterFacts;
  index: ClusterIndex;
  node: string;
  /** Absent where the machines are not known. */
  machine?: MachineFacts;
  moves: PlannedMoves;
}

export function createJudgeContext(
  index: ClusterIndex,
  node: string,
): JudgeContext {
  return {
    facts: index.facts,
    index,
    node,
    machine: index.machine(node),
    moves: planMoves(index, node),
  };
}
