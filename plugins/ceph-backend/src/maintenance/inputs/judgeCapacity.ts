import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread } from './Judgement';
import { nameOf } from './nameOf';

/** Whether what has to move finds room elsewhere, by what it requests. */
export function judgeCapacity({ moves }: JudgeContext): Judgement {
  if (!moves.known) return unread(moves.reason);
  const { moving, crowded } = moves.value;
  if (crowded.length > 0) {
    return { reason: 'capacity-short', subjects: crowded.map(nameOf) };
  }
  return moving.length > 0
    ? {
        reason: 'capacity-enough',
        values: {
          pods: moving.length,
          machines: new Set(moving.map(({ to }) => to)).size,
        },
      }
    : { reason: 'capacity-nothing-moves' };
}
