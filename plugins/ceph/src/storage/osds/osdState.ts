import { Osd } from '@internal/plugin-ceph-common';
import { StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiArrowDownCircleLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLogoutCircleRLine,
} from '@remixicon/react';

/** `gone`: it does not run, and its data was or is being copied elsewhere. */
export type OsdState = 'ok' | 'out' | 'down' | 'gone';

export function osdState({ up, in: isIn }: Osd): OsdState {
  if (up) {
    return isIn ? 'ok' : 'out';
  }
  return isIn ? 'down' : 'gone';
}

export const osdTones: Record<OsdState, StatusTone> = {
  ok: 'positive',
  out: 'announcement',
  down: 'negative',
  gone: 'neutral',
};

export const osdShapes: Record<OsdState, RemixiconComponentType> = {
  ok: RiCheckboxCircleLine,
  out: RiLogoutCircleRLine,
  down: RiArrowDownCircleLine,
  gone: RiCloseCircleLine,
};
