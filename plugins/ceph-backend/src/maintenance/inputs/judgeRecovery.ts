import type { CephFacts } from '../facts/CephFacts';
import { unreadReason } from '../facts/unreadReason';
import { isClean } from '../ceph/isClean';
import { listCephPods } from '../ceph/listCephPods';
import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread, worst } from './Judgement';

/** Whether Ceph has all copies now, so that it can do without some. */
export function judgeRecovery(context: JudgeContext): Judgement {
  const { ceph, pods } = context.facts;
  if (!ceph.known) return unread(ceph.reason);
  const missing = unreadReason(pods);
  if (missing) return unread(missing);
  return worst(
    { reason: ceph.value.length > 0 ? 'recovery-irrelevant' : 'ceph-none' },
    ...ceph.value.map(facts => judgeCluster(context, facts)),
  );
}

function judgeCluster(context: JudgeContext, facts: CephFacts): Judgement {
  const { osds, pools, placementGroups, warnings } = facts;
  if (!osds.known) return unread(osds.reason);
  if (!placementGroups.known) return unread(placementGroups.reason);
  if (!pools.known) return unread(pools.reason);
  if (!warnings.known) return unread(warnings.reason);
  const carriesData =
    osds.value.some(({ node }) => node === context.node) ||
    listCephPods(context, facts, 'osd').length > 0;
  if (!carriesData) return { reason: 'recovery-irrelevant' };
  const down = osds.value.filter(
    osd => osd.node !== context.node && osd.in && !osd.up,
  );
  if (down.length > 0) {
    return {
      reason: 'recovery-osds-down',
      subjects: down.map(({ id }) => `osd.${id}`),
    };
  }
  const unclean = placementGroups.value.filter(
    ({ state, count }) => count > 0 && !isClean(state),
  );
  if (unclean.length > 0) {
    return {
      reason: 'recovery-not-clean',
      values: { groups: unclean.reduce((sum, { count }) => sum + count, 0) },
      subjects: unclean.map(({ state }) => state),
    };
  }
  if (placementGroups.value.length === 0 && pools.value.length > 0) {
    return unread('not-reported');
  }
  return warnings.value.length > 0
    ? { reason: 'recovery-warnings', subjects: warnings.value }
    : { reason: 'recovery-none' };
}
