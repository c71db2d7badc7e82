import { useSearchParams } from 'react-router-dom';

const names = ['text', 'state', 'platform', 'by'] as const;
type Name = (typeof names)[number];

/** Filters kept in the address, so that going back finds them again. */
export function useFilterParameters() {
  const [parameters, setParameters] = useSearchParams();
  const read = (name: Name) => parameters.get(name) ?? '';
  return {
    filter: {
      text: read('text'),
      state: read('state'),
      platform: read('platform'),
      /** `me`, or empty for everybody. */
      by: read('by'),
    },
    isFiltered: names.some(name => parameters.has(name)),
    setFilter: (name: Name, value: string) =>
      setParameters(
        before => {
          const next = new URLSearchParams(before);
          if (value) {
            next.set(name, value);
          } else {
            next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    clearFilters: () => setParameters({}, { replace: true }),
  };
}
