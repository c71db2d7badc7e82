import { isRecord } from '../isRecord';

/** Calls `visit` for every mapping within a value, each object once. */
export function visitMappings(
  value: unknown,
  visit: (mapping: Record<string, unknown>) => void,
): void {
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (isRecord(next)) visit(next);
    const children: unknown[] = Object.values(next);
    for (let index = children.length - 1; index >= 0; index--) {
      if (typeof children[index] === 'object') open.push(children[index]);
    }
  }
}
