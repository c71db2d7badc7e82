/** Every tuple with one of each list. */
export function combine<const T extends readonly (readonly unknown[])[]>(
  ...lists: T
): { [K in keyof T]: T[K][number] }[];
export function combine(
  ...lists: readonly (readonly unknown[])[]
): unknown[][] {
  return lists.reduce<unknown[][]>(
    (tuples, list) =>
      tuples.flatMap(tuple => list.map(item => [...tuple, item])),
    [[]],
  );
}
