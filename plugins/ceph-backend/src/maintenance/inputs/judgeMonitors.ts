import type { CephFacts } from '../facts/CephFacts';
import { unreadReason } from '../facts/unreadReason';
import { listCephPods } from '../ceph/listCephPods';
import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread, worst } from './Judgement';

/** Whether Ceph's monitors keep their majority without the machine. */
export function judgeMonitors(context: JudgeContext): Judgement {
  const { ceph, pods } = context.facts;
  if (!ceph.known) return unread(ceph.reason);
  const missing = unreadReason(pods);
  if (missing) return unread(missing);
  return worst(
    { reason: ceph.value.length > 0 ? 'monitors-none' : 'ceph-none' },
    ...ceph.value.map(facts => judgeCluster(context, facts)),
  );
}

function judgeCluster(context: JudgeContext, facts: CephFacts): Judgement {
  if (!facts.monitors.known) return unread(facts.monitors.reason);
  const monitors = facts.monitors.value;
  const byPods = new Set(
    listCephPods(context, facts, 'mon').map(pod => pod.labels.mon),
  );
  if (monitors.length === 0) return unread('not-reported');
  const own = monitors.filter(
    ({ name, node }) => node === context.node || byPods.has(name),
  );
  const remaining = monitors.filter(
    monitor => monitor.inQuorum && !own.includes(monitor),
  ).length;
  const needed = Math.floor(monitors.length / 2) + 1;
  const values = { remaining, monitors: monitors.length, needed };
  if (own.length > 0 && remaining < needed) {
    return { reason: 'monitors-majority-lost', values };
  }
  const placeless = [
    ...monitors.filter(({ node }) => node === undefined),
    ...listCephPods(context, facts, 'mon')
      .map(({ name, labels }) => ({ name: labels.mon ?? name }))
      .filter(pod => !monitors.some(({ name }) => name === pod.name)),
  ];
  if (placeless.length > 0) {
    return {
      reason: 'monitors-place-unknown',
      subjects: placeless.map(({ name }) => name),
    };
  }
  return own.length === 0
    ? { reason: 'monitors-none' }
    : {
        reason: 'monitors-keep-majority',
        values,
        subjects: own.map(({ name }) => name),
      };
}
