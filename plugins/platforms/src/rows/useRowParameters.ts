import { useSearchParams } from 'react-router-dom';

/** What narrows rows; each is a filter of the backend. */
const filterNames = [
  'q',
  'cluster',
  'state',
  'severity',
  'code',
  'app',
] as const;
export type FilterName = (typeof filterNames)[number];

/** Filters and page kept in the address, so that a link shows the same rows. */
export function useRowParameters() {
  const [parameters, setParameters] = useSearchParams();
  const change = (name: string, value: string, alsoDrop?: string) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        if (alsoDrop) {
          next.delete(alsoDrop);
        }
        return next;
      },
      { replace: true },
    );
  return {
    filter: (name: FilterName) => parameters.get(name) ?? '',
    /** Shows the first page of what then fits. */
    setFilter: (name: FilterName, value: string) => change(name, value, 'page'),
    /** 1-based. */
    page: pageOf(parameters.get('page')),
    setPage: (page: number) => change('page', page > 1 ? String(page) : ''),
    /** Whether anything but the first page of everything is asked for. */
    isNarrowed: [...filterNames, 'page'].some(name => parameters.has(name)),
    clear: () => setParameters({}, { replace: true }),
  };
}
export type RowParameters = ReturnType<typeof useRowParameters>;

function pageOf(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
