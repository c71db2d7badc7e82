import type { CephState } from './CephState';
import type { Fullness, OsdStatus, PlacementGroupStatus } from './CephStatus';
import { toFraction } from './hash';
import { toCrushName } from './Osd';
import { toSizes } from './PlacementGroup';
import { osdOverheadBytes, type PoolUsage } from './usage';

/** Shares of an OSD's space; floats of 32 bits, as Ceph keeps them. */
export const fullRatios = {
  nearfull: Math.fround(0.85),
  backfillfull: Math.fround(0.9),
  full: Math.fround(0.95),
};

/** What lies on each OSD, and how it does. */
export function observeOsds(
  state: CephState,
  groups: PlacementGroupStatus[],
  usage: PoolUsage[],
  now: Date,
): OsdStatus[] {
  return state.osds.map(osd => {
    const up = osd.downSince === undefined;
    const used = state.groups.reduce((sum, group) => {
      // What is behind lies there all the same.
      const missing = group.missing.has(osd.id) ? 0 : group.filling.get(osd.id);
      const { size } = toSizes(group.definition);
      const raw = usage[group.pool - 1]?.rawBytes ?? 0;
      return missing === undefined
        ? sum
        : sum + ((1 - missing) * raw) / size / group.definition.placementGroups;
    }, 0);
    const unevenness =
      1 + 0.02 * (toFraction(state.definition.fsid, 'use', osd.id) - 0.5);
    const usedBytes = Math.min(
      osd.device.bytes,
      Math.round((osdOverheadBytes + used * unevenness) / 4096) * 4096,
    );
    const wave = Math.sin(now.getTime() / 40_000 + osd.id * 2);
    return {
      ...osd,
      host: toCrushName(osd.device.node),
      up,
      usedBytes,
      fullness: toFullness(usedBytes / osd.device.bytes),
      groups: groups.filter(({ acting }) => acting.includes(osd.id)).length,
      latency: up ? Math.max(0, Math.round(1.6 + 1.2 * wave)) : 0,
    };
  });
}

function toFullness(used: number): Fullness | undefined {
  if (used >= fullRatios.full) {
    return 'full';
  }
  if (used >= fullRatios.backfillfull) {
    return 'backfillfull';
  }
  return used >= fullRatios.nearfull ? 'nearfull' : undefined;
}
