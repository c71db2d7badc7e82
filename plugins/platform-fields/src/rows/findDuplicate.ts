/** Index of the first entry that stands there before, or -1. */
export function findDuplicate(names: readonly string[]): number {
  return names.findIndex((name, index) => names.indexOf(name) < index);
}
