import type { Selector } from '../ApplicationSet';

/** Whether a selector takes everything. */
export function isEmptySelector(
  selector: Selector | null | undefined,
): boolean {
  return (
    !selector ||
    (Object.keys(selector.matchLabels).length === 0 &&
      selector.matchExpressions.length === 0)
  );
}

/** Whether labels are those a selector takes, as Kubernetes selects. */
export function matchesSelector(
  { matchLabels, matchExpressions }: Selector,
  labels: ReadonlyMap<string, string>,
): boolean {
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels.get(key) === value,
    ) &&
    matchExpressions.every(({ key, operator, values }) => {
      const value = labels.get(key);
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        default:
          return value === undefined;
      }
    })
  );
}
