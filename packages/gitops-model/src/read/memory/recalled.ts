/**
 * A function that answers as last time where its inputs are those of last
 * time: the same ones, or lists of the same items.
 */
export function recalled<I extends readonly unknown[], R>(
  compute: (...inputs: I) => R,
): (...inputs: I) => R {
  let last: { inputs: I; result: R } | undefined;
  return (...inputs) => {
    if (!last || !holdsSame(last.inputs, inputs, isSameInput)) {
      last = { inputs, result: compute(...inputs) };
    }
    return last.result;
  };
}

function isSameInput(one: unknown, other: unknown): boolean {
  return (
    one === other ||
    (Array.isArray(one) &&
      Array.isArray(other) &&
      holdsSame(one, other, (item, otherItem) => item === otherItem))
  );
}

function holdsSame(
  one: readonly unknown[],
  other: readonly unknown[],
  same: (item: unknown, otherItem: unknown) => boolean,
): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => same(item, other[index]))
  );
}
