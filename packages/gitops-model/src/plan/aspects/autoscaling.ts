import type { BlockContext } from '../../blocks/Block';
import {
  type AutoscalerValue,
  horizontalPodAutoscaler,
} from '../../blocks/horizontalPodAutoscaler';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** What sets the number of a workload's pods instead of Git. */
export function autoscalingSteps(
  at: BlockContext,
  value: AutoscalerValue,
): Step[] {
  return stepsFor('horizontal-pod-autoscaler', horizontalPodAutoscaler, at, [
    value,
  ]);
}
