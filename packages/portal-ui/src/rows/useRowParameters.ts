import { useSearchParams } from 'react-router-dom';

/** Filters and page kept in the address, so that a link shows the same rows. */
export interface RowParameters<Name extends string> {
  /** Empty where it does not narrow. */
  filter: (name: Name) => string;
  /** Shows the first page of what then fits. */
  setFilter: (name: Name, value: string) => void;
  /** 1-based. */
  page: number;
  setPage: (page: number) => void;
  /** Whether anything but the first page of everything is asked for. */
  isNarrowed: boolean;
  /** Shows everything again. */
  clear: () => void;
}

/** Filters by `names` and the page, from and to the address; it keeps the rest. */
export function useRowParameters<Name extends string>(
  names: readonly Name[],
): RowParameters<Name> {
  const [parameters, setParameters] = useSearchParams();
  const change = (edit: (next: URLSearchParams) => void) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        edit(next);
        return next;
      },
      { replace: true },
    );
  const own = [...names, 'page'];
  return {
    filter: name => parameters.get(name) ?? '',
    setFilter: (name, value) =>
      change(next => {
        next.delete('page');
        set(next, name, value);
      }),
    page: pageOf(parameters.get('page')),
    setPage: page =>
      change(next => set(next, 'page', page > 1 ? String(page) : '')),
    isNarrowed: own.some(name => parameters.has(name)),
    clear: () => change(next => own.forEach(name => next.delete(name))),
  };
}

function set(parameters: URLSearchParams, name: string, value: string): void {
  if (value) {
    parameters.set(name, value);
  } else {
    parameters.delete(name);
  }
}

function pageOf(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
