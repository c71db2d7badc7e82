import { isRecord } from '../isRecord';

/** Mappings merged in depth; what `over` says wins, lists are replaced. */
export function mergeMappings(
  base: Record<string, unknown>,
  over: Record<string, unknown>,
): Record<string, unknown> {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const existing = merged.get(key);
    const both = isRecord(existing) && isRecord(value);
    merged.set(key, both ? mergeMappings(existing, value) : value);
  }
  return Object.fromEntries(merged);
}
