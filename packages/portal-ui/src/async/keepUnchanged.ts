/**
 * `next`, with every part of it that equals its counterpart in `before`
 * replaced by that counterpart, so that what did not change is not drawn again.
 * Looks into plain JSON only.
 */
export function keepUnchanged<T>(before: unknown, next: T): T;
export function keepUnchanged(before: unknown, next: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(next)) {
    const kept = next.map((item, index) => keepUnchanged(before[index], item));
    const isSame =
      before.length === kept.length &&
      kept.every((item, index) => item === before[index]);
    return isSame ? before : kept;
  }
  if (isPlainObject(before) && isPlainObject(next)) {
    const kept = Object.fromEntries(
      Object.entries(next).map(([name, value]) => [
        name,
        keepUnchanged(before[name], value),
      ]),
    );
    const names = Object.keys(kept);
    const isSame =
      names.length === Object.keys(before).length &&
      names.every(name => name in before && kept[name] === before[name]);
    return isSame ? before : kept;
  }
  return next;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}
