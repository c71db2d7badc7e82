import type { ChainItem, Volume } from '@internal/plugin-ceph-common';

/** Of what lies on storage in that state. */
export function toItemState(state: Volume['state']): ChainItem['state'] {
  return state === 'blocked' || state === 'lost' ? 'down' : state;
}
