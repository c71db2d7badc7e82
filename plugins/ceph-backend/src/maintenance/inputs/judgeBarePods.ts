import { unreadReason } from '../facts/unreadReason';
import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread } from './Judgement';
import { nameOf } from './nameOf';

/** Whether pods run here that nothing starts again. */
export function judgeBarePods({ facts, index, node }: JudgeContext): Judgement {
  const missing = unreadReason(facts.pods);
  if (missing) return unread(missing);
  const bare = index.podsOn(node).filter(({ kind }) => kind === 'bare');
  return bare.length > 0
    ? { reason: 'bare-pods-present', subjects: bare.map(nameOf) }
    : { reason: 'bare-pods-none' };
}
