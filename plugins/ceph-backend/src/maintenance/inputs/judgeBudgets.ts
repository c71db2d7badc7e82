import { isPrimaryBudget, judgeHandover } from '../databases/judgeHandover';
import type { BudgetFacts, PodFacts } from '../facts/PodFacts';
import { unreadReason } from '../facts/unreadReason';
import type { JudgeContext } from '../JudgeContext';
import { isReplicaServer } from '../longhorn/isReplicaServer';
import { matchesSelector } from '../placement/matchesSelector';
import { nameOf } from './nameOf';
import { type Judgement, unread } from './Judgement';

/**
 * Whether disruption budgets let the pods of the machine go. That of a
 * database's primary never does by itself; its operator hands the primary over.
 */
export function judgeBudgets(context: JudgeContext): Judgement {
  const { facts, index, node } = context;
  const { budgets, pods } = facts;
  const missing = unreadReason(pods);
  if (missing) return unread(missing);
  if (!budgets.known) return unread(budgets.reason);
  const leaving = index
    .podsOn(node)
    .filter(({ kind }) => kind === 'moves' || kind === 'bare')
    .filter(pod => !isReplicaServer(pod));
  const covering = new Map(
    leaving.map(pod => [pod, budgets.value.filter(covers(pod))]),
  );
  const concerned = [...new Set([...covering.values()].flat())];

  const closed = concerned.filter(({ allowed }) => allowed === 0);
  const blocking = closed.filter(budget => !isPrimaryBudget(budget));
  if (blocking.length > 0) {
    return { reason: 'budgets-allow-none', subjects: blocking.map(nameOf) };
  }
  const databases = closed
    .filter(isPrimaryBudget)
    .map(budget => ({ budget, handover: judgeHandover(context, budget) }));
  const kept = databases.filter(({ handover }) => handover === 'not-possible');
  if (kept.length > 0) {
    return {
      reason: 'budgets-no-replica',
      subjects: kept.map(({ budget }) => nameOf(budget)),
    };
  }
  const overlapping = leaving.filter(
    pod => (covering.get(pod)?.length ?? 0) > 1,
  );
  if (overlapping.length > 0) {
    return { reason: 'budgets-overlap', subjects: overlapping.map(nameOf) };
  }
  const uncounted = concerned.filter(({ allowed }) => allowed === undefined);
  if (uncounted.length > 0) {
    return { reason: 'budgets-not-counted', subjects: uncounted.map(nameOf) };
  }
  for (const { handover } of databases) {
    if (typeof handover === 'object') return unread(handover.unread);
  }
  if (databases.length > 0) {
    return {
      reason: 'budgets-switch-over',
      subjects: databases.map(({ budget }) => nameOf(budget)),
    };
  }
  const slow = concerned.filter(
    budget =>
      leaving.filter(pod => covers(pod)(budget)).length > (budget.allowed ?? 0),
  );
  if (slow.length > 0) {
    return { reason: 'budgets-one-by-one', subjects: slow.map(nameOf) };
  }
  return { reason: concerned.length > 0 ? 'budgets-allow' : 'budgets-none' };
}

function covers({ namespace, labels }: PodFacts) {
  return (budget: BudgetFacts) =>
    budget.namespace === namespace &&
    budget.selector !== undefined &&
    matchesSelector(budget.selector, labels);
}
