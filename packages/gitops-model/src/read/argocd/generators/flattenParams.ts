import { isRecord } from '../../isRecord';

/** Nested values under dotted names, written out as Argo CD does for plain templates. */
export function flattenParams(
  value: unknown,
  name = '',
): Record<string, string> {
  const flat = new Map<string, string>();
  const visit = (item: unknown, path: string) => {
    const entries =
      isRecord(item) || Array.isArray(item) ? Object.entries(item) : [];
    for (const [key, child] of entries) {
      visit(child, path === '' ? key : `${path}.${key}`);
    }
    if (entries.length > 0 || path === '') return;
    if (isRecord(item)) flat.set(path, 'map[]');
    else if (Array.isArray(item)) flat.set(path, '[]');
    else flat.set(path, item === null ? '<nil>' : String(item));
  };
  visit(value, name);
  return Object.fromEntries(flat);
}
