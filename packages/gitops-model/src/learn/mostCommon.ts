import type { Share } from './LearnedProfile';

/** The value that occurs most often, the first of equals, and its share. */
export function mostCommon<T>(
  values: readonly T[],
): { value: T; share: Share } | undefined {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value);
    const entry = counts.get(key);
    counts.set(key, { value, count: (entry?.count ?? 0) + 1 });
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count);
  return best
    ? {
        value: best.value,
        share: { count: best.count, of: values.length },
      }
    : undefined;
}

/** Whether a share speaks for itself. */
export function isMost({ count, of }: Share): boolean {
  return count * 2 > of;
}
