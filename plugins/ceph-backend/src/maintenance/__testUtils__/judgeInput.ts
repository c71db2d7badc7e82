import type { ClusterFacts } from '../facts/ClusterFacts';
import { ClusterIndex } from '../facts/ClusterIndex';
import type { Judgement } from '../inputs/Judgement';
import { createJudgeContext, type JudgeContext } from '../JudgeContext';
import { buildHealthyCluster } from './healthyCluster';

/** One input of a machine's verdict, on the healthy cluster but for what is given. */
export function judgeInput(
  input: (context: JudgeContext) => Judgement,
  more: Partial<ClusterFacts>,
  node = 'worker-01',
): Judgement {
  return input(
    createJudgeContext(new ClusterIndex(buildHealthyCluster(more)), node),
  );
}
