import { InputError } from '@backstage/errors';
import { isRecord } from '../isRecord';
import { itself, mergeKeysOf } from './mergeKeys';
import type { ResourceId } from './ResourceId';
import { entryOf, type Tree, withEntry } from './tree';

type Type = Pick<ResourceId, 'group' | 'kind'>;

const directive = '$patch';

/** The object after a strategic merge patch; `undefined` where it is deleted. Throws an `InputError` where the two do not fit. */
export function strategicMerge(
  value: Tree,
  patch: Tree,
  type: Type,
): Tree | undefined {
  const merged = mergeMapping(value, patch, type, []);
  return merged && Object.keys(merged).length > 0 ? merged : undefined;
}

function merge(
  value: unknown,
  patch: unknown,
  type: Type,
  path: readonly string[],
): unknown {
  if (patch === null) return undefined;
  const missing = value === undefined || value === null;
  if (!missing && shapeOf(value) !== shapeOf(patch)) {
    throw new InputError(
      `the patch has a ${shapeOf(patch)} where the object has a ${shapeOf(value)}, at ${path.join('.')}`,
    );
  }
  if (isRecord(patch)) {
    return mergeMapping(isRecord(value) ? value : undefined, patch, type, path);
  }
  if (Array.isArray(patch)) {
    return mergeList(
      Array.isArray(value) ? value : undefined,
      patch,
      type,
      path,
    );
  }
  return patch;
}

function mergeMapping(
  value: Tree | undefined,
  patch: Tree,
  type: Type,
  path: readonly string[],
): Tree | undefined {
  const strategy = entryOf(patch, directive);
  if (strategy === 'delete') return undefined;
  if (
    strategy !== undefined &&
    strategy !== 'replace' &&
    strategy !== 'merge'
  ) {
    throw new InputError(`${String(strategy)} is no strategy for a patch`);
  }
  const fields = Object.entries(patch).filter(([key]) => key !== directive);
  if (strategy === 'replace' && value) return Object.fromEntries(fields);
  return fields.reduce<Tree>((merged, [key, child]) => {
    const before = entryOf(merged, key);
    const after = merge(before, child, type, [...path, key]);
    return after === before ? merged : withEntry(merged, key, after);
  }, value ?? {});
}

function mergeList(
  value: unknown[] | undefined,
  patch: unknown[],
  type: Type,
  path: readonly string[],
): unknown[] | undefined {
  const keys = mergeKeysOf(type, path);
  if (!keys) return patch;
  const isDirective = (item: unknown): item is Tree =>
    isRecord(item) &&
    entryOf(item, directive) !== undefined &&
    Object.keys(item).length === 1;
  const strategy = patch.find(isDirective)?.[directive];
  const items = patch.filter(item => !isDirective(item));
  if (strategy === 'delete') return undefined;
  if (strategy === 'replace') return items;
  if (keys[0] === itself) return [...new Set([...items, ...(value ?? [])])];

  const left = [...(value ?? [])];
  const first: unknown[] = [];
  for (const item of items) {
    const at = left.findIndex(other => isSameEntry(other, item, keys));
    const [before] = at < 0 ? [] : left.splice(at, 1);
    const after = merge(before, item, type, path);
    if (after !== undefined) first.push(after);
  }
  return [...first, ...left];
}

/** Whether two entries agree in one key and differ in none that both have. */
function isSameEntry(
  one: unknown,
  other: unknown,
  keys: readonly string[],
): boolean {
  const pairs = keys.map(key => [entryOf(one, key), entryOf(other, key)]);
  return (
    pairs.some(([a, b]) => a !== undefined && String(a) === String(b)) &&
    pairs.every(
      ([a, b]) => a === undefined || b === undefined || String(a) === String(b),
    )
  );
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return isRecord(value) ? 'mapping' : 'value';
}
