/** CRUSH's word for an OSD that is missing. */
const MISSING = 2147483647;

export interface PlacementGroup {
  /** Such as `2.1f`; what stands before the dot is the pool. */
  id: string;
  /** Such as `active+undersized+degraded`. */
  state: string;
  acting: readonly number[];
  /** OSDs that hold all of its objects; what counts while it is degraded. */
  complete?: readonly number[];
}

/**
 * What `ceph osd ok-to-stop` answers: whether every placement group stays
 * active, with at least its pool's `minSize` copies, without these OSDs; and
 * those that would not. Placement groups that do not lie on them do not count.
 *
 * @see https://github.com/ceph/ceph/blob/v18.2.7/src/mgr/DaemonServer.cc `_check_offlines_pgs`
 */
export function osdsOkToStop(
  groups: readonly PlacementGroup[],
  pools: ReadonlyMap<number, { minSize: number }>,
  osds: ReadonlySet<number>,
): { ok: boolean; kept: string[]; stopping: string[] } {
  const kept: string[] = [];
  const stopping: string[] = [];
  let isAnyUnknown = false;
  for (const group of groups) {
    const states = new Set(group.state.split('+'));
    if (states.has('unknown')) {
      isAnyUnknown = true;
      continue;
    }
    const holders =
      states.has('degraded') && group.complete ? group.complete : group.acting;
    if (!holders.some(osd => osds.has(osd))) continue;
    const left = new Set(
      holders.filter(osd => osd !== MISSING && !osds.has(osd)),
    );
    const pool = pools.get(Number(group.id.split('.')[0]));
    const stays =
      states.has('active') && pool !== undefined && left.size >= pool.minSize;
    (stays ? kept : stopping).push(group.id);
  }
  return { ok: stopping.length === 0 && !isAnyUnknown, kept, stopping };
}
