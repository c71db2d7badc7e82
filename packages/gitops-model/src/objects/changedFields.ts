import { isRecord } from '../read/isRecord';

/** Deeper values are told as one field. */
const maxDepth = 40;

/** Paths of the fields that differ, of whatever comes, goes or changes the topmost. */
export function changedFields(before: unknown, after: unknown): string[] {
  return differences(before, after, '', 0);
}

function differences(
  before: unknown,
  after: unknown,
  path: string,
  depth: number,
): string[] {
  if (Object.is(before, after)) return [];
  if (depth < maxDepth) {
    if (isRecord(before) && isRecord(after)) {
      return pairs(Object.entries(before), Object.entries(after)).flatMap(
        ({ key, one, other }) =>
          differences(one, other, joinKey(path, key), depth + 1),
      );
    }
    if (Array.isArray(before) && Array.isArray(after)) {
      return pairs(items(before), items(after)).flatMap(({ key, one, other }) =>
        differences(one, other, `${path}[${key}]`, depth + 1),
      );
    }
  }
  return [path];
}

/** List items by their names, where every one has a name of its own; else by place. */
function items(list: readonly unknown[]): [string, unknown][] {
  const names = list.flatMap(item =>
    isRecord(item) && typeof item.name === 'string' ? [item.name] : [],
  );
  return new Set(names).size === list.length
    ? list.map((item, index) => [names[index], item])
    : list.map((item, index) => [String(index), item]);
}

function pairs(
  before: readonly [string, unknown][],
  after: readonly [string, unknown][],
): { key: string; one: unknown; other: unknown }[] {
  const one = new Map(before);
  const other = new Map(after);
  return [...new Set([...one.keys(), ...other.keys()])].map(key => ({
    key,
    one: one.get(key),
    other: other.get(key),
  }));
}

function joinKey(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
