import { useRowParameters } from '@internal/portal-ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { facetNames, NodeFilters } from '../../fleet/nodeFilters';
import { SortOrder, sortOrders } from '../../fleet/sortNodes';

export const fleetViews = ['table', 'cards', 'racks'] as const;
export type FleetViewName = (typeof fleetViews)[number];

const filterNames = ['q', ...facetNames] as const;

/** What of the fleet is shown, and how; all of it stands in the address. */
export function useFleetParameters() {
  const parameters = useRowParameters(filterNames);
  const [search, setSearch] = useSearchParams();
  const change = (name: string, value: string, usual: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        next.delete('page');
        next.delete(name);
        if (value !== usual) {
          next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const filters = useMemo(() => readFilters(search), [search]);
  return {
    parameters,
    filters,
    view: known(fleetViews, search.get('view')),
    setView: (view: FleetViewName) => change('view', view, fleetViews[0]),
    order: known(sortOrders, search.get('order')),
    setOrder: (order: SortOrder) => change('order', order, sortOrders[0]),
  };
}

/** `text` where it is one of `values`, else the first of them. */
function known<T extends string>(values: readonly T[], text: string | null): T {
  return values.find(value => value === text) ?? values[0];
}

function readFilters(search: URLSearchParams): NodeFilters {
  const read = (name: keyof NodeFilters) => search.get(name) ?? '';
  return {
    q: read('q'),
    state: read('state'),
    platform: read('platform'),
    cluster: read('cluster'),
    role: read('role'),
    architecture: read('architecture'),
    vendor: read('vendor'),
    model: read('model'),
    disk: read('disk'),
    version: read('version'),
    extension: read('extension'),
    schematic: read('schematic'),
  };
}
