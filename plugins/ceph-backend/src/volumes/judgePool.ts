import type {
  CephDetail,
  Pool,
  Volume,
  VolumeStateReason,
} from '@internal/plugin-ceph-common';

export interface Judgement {
  state: Volume['state'];
  reason?: VolumeStateReason;
}

const FULL = new Set(['POOL_FULL', 'OSD_FULL']);

/** How data in a pool is, by what is fresh of its Ceph cluster. */
export function judgePool(ceph: CephDetail, pool: Pool): Judgement {
  if (ceph.health === 'unknown') {
    return { state: 'unknown', reason: 'ceph-not-read' };
  }
  const placement = judgePlacement(ceph, pool);
  if (placement.state === 'blocked') return placement;
  const full = ceph.reasons.filter(({ code }) => FULL.has(code));
  if (full.some(({ affects }) => touches(affects, pool))) {
    return { state: 'blocked', reason: 'pool-full' };
  }
  if (full.length > 0 && full.every(({ affects }) => isSilent(affects))) {
    return { state: 'unknown', reason: 'pool-not-told' };
  }
  return placement;
}

function judgePlacement(ceph: CephDetail, pool: Pool): Judgement {
  if (pool.states) {
    const states = pool.states
      .filter(({ count }) => count > 0)
      .map(({ state }) => state.split('+'));
    if (states.some(parts => !parts.includes('active'))) {
      return { state: 'blocked', reason: 'pool-inactive' };
    }
    return states.some(isLessRedundant)
      ? { state: 'degraded', reason: 'pool-degraded' }
      : { state: 'ok' };
  }
  const { placementGroups, reasons } = ceph;
  const isAllGood = placementGroups.known
    ? placementGroups.value.inactive === 0 &&
      placementGroups.value.degraded === 0
    : reasons.every(({ dataRisk }) => dataRisk === 'none');
  if (isAllGood) return { state: 'ok' };
  const told = reasons.filter(
    ({ dataRisk, affects }) =>
      dataRisk !== 'none' && affects.pools.includes(pool.name),
  );
  if (told.some(({ dataRisk }) => dataRisk === 'blocked')) {
    return { state: 'blocked', reason: 'pool-inactive' };
  }
  return told.length > 0
    ? { state: 'degraded', reason: 'pool-degraded' }
    : { state: 'unknown', reason: 'pool-not-told' };
}

/** Misplaced copies are all there. */
function isLessRedundant(parts: readonly string[]): boolean {
  return ['degraded', 'undersized', 'inconsistent', 'failed_repair'].some(
    part => parts.includes(part),
  );
}

type Affects = CephDetail['reasons'][number]['affects'];

function touches({ pools, osds }: Affects, pool: Pool): boolean {
  return (
    pools.includes(pool.name) ||
    (pools.length === 0 && osds.some(id => pool.osds?.includes(id)))
  );
}

function isSilent({ pools, osds }: Affects): boolean {
  return pools.length === 0 && osds.length === 0;
}
