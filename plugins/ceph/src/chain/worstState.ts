import { ChainItem } from '@internal/plugin-ceph-common';

/** From worst to best; what is not known may be worse than it looks. */
export const chainStates = ['down', 'degraded', 'unknown', 'ok'] as const;

/** The worst state among items; `ok` where there are none. */
export function worstState(items: readonly ChainItem[]): ChainItem['state'] {
  return (
    chainStates.find(state => items.some(item => item.state === state)) ?? 'ok'
  );
}
