import { ChainItem } from '@internal/plugin-ceph-common';
import { RowParameters, useRowParameters } from '@internal/portal-ui';
import { ChainOrder, chainOrders } from './sortChainRows';
import { chainStates } from './worstState';

const names = ['q', 'state', 'order', 'view'] as const;
const views = ['picture', 'table'] as const;
export type ChainViewName = (typeof views)[number];

/** What of the chain is shown, and how; all of it stands in the address. */
export interface ChainParameters {
  parameters: RowParameters<(typeof names)[number]>;
  q: string;
  /** Absent where every state is shown. */
  state: ChainItem['state'] | undefined;
  order: ChainOrder;
  view: ChainViewName;
}

export function useChainParameters(): ChainParameters {
  const parameters = useRowParameters(names);
  const { filter } = parameters;
  return {
    parameters,
    q: filter('q'),
    state: chainStates.find(state => state === filter('state')),
    order: chainOrders.find(order => order === filter('order')) ?? 'claim',
    view: views.find(view => view === filter('view')) ?? 'picture',
  };
}
