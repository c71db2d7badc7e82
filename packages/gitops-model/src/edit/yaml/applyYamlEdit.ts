import type { YamlEdit } from './YamlEdit';
import type { YamlPath } from './YamlValue';

/**
 * What an edit means for plain data; the text must come to the same.
 *
 * @param index - where an item goes in its list
 * @returns `undefined` where the data has no such place
 */
export function applyYamlEdit(
  data: unknown,
  edit: YamlEdit,
  index: number,
): unknown {
  return updateAt(data, edit.path, target => {
    switch (edit.kind) {
      case 'insert-item': {
        const list: unknown = target ?? [];
        return Array.isArray(list)
          ? [...list.slice(0, index), edit.value, ...list.slice(index)]
          : undefined;
      }
      case 'insert-entry': {
        const map = target === null ? {} : target;
        return isMapping(map) && !Object.hasOwn(map, edit.key)
          ? withEntryAt(map, edit)
          : undefined;
      }
      case 'remove-item':
        return Array.isArray(target) && Object.hasOwn(target, edit.index)
          ? target.filter((_item, at) => at !== edit.index)
          : undefined;
      case 'remove-entry':
        return isMapping(target) && Object.hasOwn(target, edit.key)
          ? Object.fromEntries(
              Object.entries(target).filter(([key]) => key !== edit.key),
            )
          : undefined;
      case 'replace-scalar':
      default:
        return target === undefined || typeof target === 'object'
          ? undefined
          : edit.value;
    }
  });
}

function updateAt(
  data: unknown,
  path: YamlPath,
  update: (target: unknown) => unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return update(data);
  if (Array.isArray(data) && typeof key === 'number') {
    return data.map((item, at) =>
      at === key ? updateAt(item, rest, update) : item,
    );
  }
  if (!isMapping(data) || typeof key !== 'string') return undefined;
  const current = Object.hasOwn(data, key) ? data[key] : undefined;
  const updated = updateAt(current, rest, update);
  return updated === undefined ? undefined : withEntry(data, key, updated);
}

function withEntryAt(
  mapping: Record<string, unknown>,
  {
    key,
    value,
    after,
    before = [],
  }: Extract<YamlEdit, { kind: 'insert-entry' }>,
): Record<string, unknown> | undefined {
  const entries = Object.entries(mapping);
  const next = entries.findIndex(([other]) => before.includes(other));
  const last = entries.findIndex(([other]) => other === after);
  if (after !== undefined && last === -1) return undefined;
  if (after === undefined && next === -1) return withEntry(mapping, key, value);
  const at = after === undefined ? next : last + 1;
  return Object.fromEntries([
    ...entries.slice(0, at),
    [key, value],
    ...entries.slice(at),
  ]);
}

/** A copy; `__proto__` is a key like any other. */
function withEntry(
  mapping: Record<string, unknown>,
  key: string,
  value: unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    new Map([...Object.entries(mapping), [key, value] as const]),
  );
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
