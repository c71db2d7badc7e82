import { unreadReason } from '../facts/unreadReason';
import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread } from './Judgement';

/** Rook's budgets of this form exist only while a part of Ceph is drained. */
const DRAIN_BUDGET = /^rook-ceph-osd-[a-z]+-./;

/** Whether another machine is down, or on its way there. */
export function judgeOtherMaintenance({
  facts,
  node,
}: JudgeContext): Judgement {
  const { machines, budgets } = facts;
  if (!machines.known) return unread(machines.reason);
  const others = machines.value.filter(({ name }) => name !== node);
  const away = others.filter(
    ({ ready, cordoned, changing }) =>
      cordoned ||
      (ready.known && !ready.value) ||
      (changing.known && changing.value),
  );
  if (away.length > 0) {
    return {
      reason: 'other-machines',
      subjects: away.map(({ name }) => name),
    };
  }
  const missing = unreadReason(
    budgets,
    ...machines.value.flatMap(({ ready, changing }) => [ready, changing]),
  );
  if (missing || !budgets.known) return unread(missing ?? 'not-reported');
  const drains = budgets.value.filter(
    ({ name, allowed = 0 }) => allowed === 0 && DRAIN_BUDGET.test(name),
  );
  return drains.length > 0
    ? { reason: 'other-drain', subjects: drains.map(({ name }) => name) }
    : { reason: 'other-none' };
}
