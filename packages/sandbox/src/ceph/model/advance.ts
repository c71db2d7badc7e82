import type { CephState } from './CephState';
import { observeRepairs } from './observePlacementGroups';
import type { Osd } from './Osd';

/** Seconds in which one OSD's worth of data is copied; a real cluster takes hours. */
const fullCopySeconds = 120;
/** Seconds of writes after which an OSD that was away lacks everything. */
const fullRewriteSeconds = 3_600;
/** What an OSD lacks at least when it comes back. */
const leastMissing = 0.08;
/** As Ceph has them: when an OSD that is down is put out, and how many may be. */
const downOutSeconds = 600;
const leastShareIn = 0.75;

type Repairs = ReturnType<typeof observeRepairs>;

/** Time passes: copies are made whole, others fall behind, OSDs that stay away are put out. */
export function advance(state: CephState, to: Date): void {
  let left = (to.getTime() - state.settledAt.getTime()) / 1000;
  while (left > 0 && isUnsettled(state)) {
    const repairs = observeRepairs(state);
    const stepSeconds = repairs.some(({ turn }) => turn === 'running') ? 1 : 60;
    const step = Math.min(left > 60 ? 5 * stepSeconds : stepSeconds, left);
    left -= step;
    repair(repairs, step);
    fallBehind(state, repairs, step);
  }
  putOut(state, to);
  for (const [code, mute] of state.mutes) {
    if (mute.until <= to) {
      state.mutes.delete(code);
    }
  }
  state.settledAt = to;
}

function isUnsettled(state: CephState): boolean {
  return (
    state.osds.some(osd => osd.downSince !== undefined || !osd.in) ||
    state.groups.some(
      ({ missing, filling }) =>
        filling.size > 0 || [...missing.values()].some(share => share > 0),
    )
  );
}

function repair(repairs: Repairs, seconds: number): void {
  // A share of one placement group counts by how much of an OSD it is.
  let budget = (seconds / fullCopySeconds) * Math.max(1, repairs.length);
  for (const { picture, turn } of repairs) {
    if (turn === 'running') {
      for (const { osd, kind, missing } of picture.repairs) {
        const done = Math.min(missing, budget);
        budget -= done;
        const { group } = picture;
        if (kind === 'recovery') {
          group.missing.set(osd, missing - done);
        } else if (done < missing) {
          group.filling.set(osd, missing - done);
        } else {
          group.filling.delete(osd);
          group.missing.set(osd, 0);
        }
      }
    }
    if (
      picture.isActive &&
      !picture.undersized &&
      !picture.remapped &&
      picture.repairs.length === 0
    ) {
      forgetStrays(picture.group.missing, picture.up);
    }
  }
}

/** A placement group that is whole where it belongs is deleted elsewhere. */
function forgetStrays(missing: Map<number, number>, up: number[]): void {
  for (const osd of missing.keys()) {
    if (!up.includes(osd)) {
      missing.delete(osd);
    }
  }
}

/** What is written while an OSD is away, it lacks. */
function fallBehind(state: CephState, repairs: Repairs, seconds: number): void {
  const away = state.osds.filter(osd => osd.downSince !== undefined);
  if (away.length === 0) {
    return;
  }
  for (const { picture } of repairs) {
    if (picture.isActive) {
      for (const { id } of away) {
        const missing = picture.group.missing.get(id);
        if (missing !== undefined) {
          picture.group.missing.set(
            id,
            Math.min(
              1,
              Math.max(leastMissing, missing + seconds / fullRewriteSeconds),
            ),
          );
        }
      }
    }
  }
}

function putOut(state: CephState, now: Date): void {
  for (const osd of state.osds.filter(one => one.in && isLongGone(one, now))) {
    const sharing = state.osds.filter(one => one.in).length / state.osds.length;
    const isHeld =
      state.flags.has('noout') ||
      [...state.nodeFlags].some(
        ([host, flags]) => host === osd.device.node && flags.includes('noout'),
      );
    if (!isHeld && sharing >= leastShareIn) {
      osd.in = false;
      state.epoch += 1;
    }
  }
}

function isLongGone({ downSince }: Osd, now: Date): boolean {
  return (
    downSince !== undefined &&
    now.getTime() - downSince.getTime() >= downOutSeconds * 1000
  );
}
