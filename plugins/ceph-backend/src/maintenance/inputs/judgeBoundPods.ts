import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread } from './Judgement';
import { nameOf } from './nameOf';

/** Whether pods run here that may run nowhere else. */
export function judgeBoundPods({ moves }: JudgeContext): Judgement {
  if (!moves.known) return unread(moves.reason);
  const { bound, unevaluated } = moves.value;
  if (unevaluated.length > 0) {
    return {
      reason: 'bound-pods-rules-unknown',
      subjects: unevaluated.map(nameOf),
    };
  }
  return bound.length > 0
    ? { reason: 'bound-pods-present', subjects: bound.map(nameOf) }
    : { reason: 'bound-pods-none' };
}
