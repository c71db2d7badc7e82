/** Deeper values count as different, which costs work and never correctness. */
const maxDepth = 100;

/** Whether two plain values say the same, keys in the same order. */
export function isSame(one: unknown, other: unknown, depth = 0): boolean {
  if (Object.is(one, other)) return true;
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null ||
    Array.isArray(one) !== Array.isArray(other) ||
    depth > maxDepth
  ) {
    return false;
  }
  const entries = Object.entries(one);
  const others = Object.entries(other);
  return (
    entries.length === others.length &&
    entries.every(
      ([key, value], index) =>
        key === others[index][0] && isSame(value, others[index][1], depth + 1),
    )
  );
}
