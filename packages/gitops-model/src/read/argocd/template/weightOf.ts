import { isRecord } from '../../isRecord';

const known = new WeakMap<object, number>();

/** About how many characters a value has written out; shared parts count each time. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 1;
  if (!isRecord(value) && !Array.isArray(value)) return 1;
  const weighed = known.get(value);
  if (weighed !== undefined) return weighed;
  const weight = Object.entries(value).reduce(
    (sum, [key, child]) => sum + key.length + weightOf(child),
    1,
  );
  known.set(value, weight);
  return weight;
}
