/** The rows of a decision table: what stands beside the first condition that holds. */
export function firstOf<T>(
  rows: readonly (readonly [boolean | undefined, T])[],
  otherwise: T,
): T {
  return rows.find(([holds]) => holds)?.[1] ?? otherwise;
}
