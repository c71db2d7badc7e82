import type { NodeVerdict } from '@internal/plugin-ceph-common';
import { decideVerdict } from './decideVerdict';
import type { ClusterFacts } from './facts/ClusterFacts';
import { ClusterIndex } from './facts/ClusterIndex';
import { createJudgeContext, type JudgeContext } from './JudgeContext';
import { judgeInputs } from './judgeInputs';
import { planSteps } from './steps/planSteps';

/** May this machine go down, by what is known? */
export function judgeNode(facts: ClusterFacts, node: string): NodeVerdict {
  return judgeMachine(createJudgeContext(new ClusterIndex(facts), node));
}

/** As `judgeNode`, where the facts are indexed already. */
export function judgeMachine(context: JudgeContext): NodeVerdict {
  const { facts, node } = context;
  const inputs = judgeInputs(context);
  const verdict = decideVerdict(inputs);
  const observed = inputs
    .flatMap(({ sources }) => sources)
    .flatMap(({ observedAt }) => (observedAt ? [observedAt] : []))
    .sort();
  return {
    platform: facts.platform,
    cluster: facts.cluster,
    node,
    verdict,
    observedAt: observed.at(0),
    inputs,
    steps: planSteps(context, inputs, verdict),
  };
}
