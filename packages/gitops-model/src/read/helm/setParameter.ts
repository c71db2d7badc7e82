import { isRecord } from '../isRecord';

type Key = string | number;

const maxIndex = 1000;

/** A Helm parameter, as `--set` takes it. */
export interface Parameter {
  /** Such as `server.hosts[0].name`; a backslash keeps a dot in a key. */
  name: string;
  value?: string | null;
  forceString?: boolean | null;
}

/**
 * Values with one parameter set; what is not changed is shared with those
 * given. `undefined` where the name is not plain.
 */
export function setParameter(
  values: Record<string, unknown>,
  { name, value, forceString }: Parameter,
): Record<string, unknown> | undefined {
  const keys = keysOf(name);
  const text = value ?? '';
  const changed =
    keys && put(values, keys, forceString ? text : valueOf(text.trim()));
  return isRecord(changed) ? changed : undefined;
}

function keysOf(name: string): Key[] | undefined {
  const keys: Key[] = [];
  for (const part of name.match(/(?:\\[^]|[^.\\])+/g) ?? []) {
    const [, key, indexes] =
      /^((?:\\[^]|[^[\]\\])+)((?:\[\d+\])*)$/.exec(part) ?? [];
    if (key === undefined) return undefined;
    keys.push(key.replace(/\\([^])/g, '$1'));
    for (const [, index] of indexes.matchAll(/\[(\d+)\]/g)) {
      if (Number(index) > maxIndex) return undefined;
      keys.push(Number(index));
    }
  }
  return keys.length > 0 ? keys : undefined;
}

function put(base: unknown, [key, ...rest]: Key[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(base) ? [...base] : [];
    while (list.length < key) list.push(null);
    list[key] = put(list[key], rest, value);
    return list;
  }
  const mapping = isRecord(base) ? base : {};
  const existing = Object.hasOwn(mapping, key) ? mapping[key] : undefined;
  return Object.fromEntries([
    ...Object.entries(mapping),
    [key, put(existing, rest, value)],
  ]);
}

function valueOf(text: string): unknown {
  if (!text.startsWith('{') || !text.endsWith('}')) return scalarOf(text);
  const items = text.slice(1, -1);
  return items === ''
    ? []
    : items.split(',').map(item => scalarOf(item.trim()));
}

function scalarOf(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^(0|-?[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}
