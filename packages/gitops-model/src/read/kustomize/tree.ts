import { isRecord } from '../isRecord';

/** A mapping of a manifest; never changed in place, because parsed files are shared. */
export type Tree = Record<string, unknown>;

/** The value under a key of the mapping itself, whatever the key is called. */
export function entryOf(tree: unknown, key: string): unknown {
  return isRecord(tree) && Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** A copy with one entry set; removed for `undefined`. */
export function withEntry(tree: Tree, key: string, value: unknown): Tree {
  if (value !== undefined) return { ...tree, [key]: value };
  return Object.fromEntries(
    Object.entries(tree).filter(([name]) => name !== key),
  );
}

/**
 * The tree with what lies at a path changed; lists on the way are entered. The
 * tree itself where nothing changes. With `create`, mappings that are not
 * there are made, and `change` gets `undefined`.
 */
export function changeAt(
  tree: unknown,
  path: readonly string[],
  change: (found: unknown) => unknown,
  create = false,
): unknown {
  if (path.length === 0) return change(tree);
  if (Array.isArray(tree)) {
    const items = tree.map(item => changeAt(item, path, change, create));
    return items.every((item, index) => item === tree[index]) ? tree : items;
  }
  if (!isRecord(tree)) return tree;
  const [segment, ...rest] = path;
  const key = segment.replace(/\[\]$/, '');
  const found = entryOf(tree, key);
  if (found !== undefined && found !== null) {
    const changed = changeAt(found, rest, change, create);
    return changed === found ? tree : withEntry(tree, key, changed);
  }
  if (!create || key !== segment) return tree;
  const made =
    rest.length === 0 ? change(undefined) : changeAt({}, rest, change, create);
  return withEntry(tree, key, made);
}

/** Segments of a path such as `metadata/annotations/a\/b`. */
export function splitPath(path: string, delimiter: string): string[] {
  const segments: string[] = [];
  for (const part of path.split(delimiter)) {
    const last = segments.at(-1);
    if (last?.endsWith('\\')) {
      segments[segments.length - 1] = `${last.slice(0, -1)}${delimiter}${part}`;
    } else {
      segments.push(part);
    }
  }
  return segments.length > 1 && segments[0] === ''
    ? segments.slice(1)
    : segments;
}
