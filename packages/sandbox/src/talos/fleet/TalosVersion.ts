/** `1.12` or `1.12.6`. */
export type TalosVersion = string;

/** Whether `version` is `other` or newer; what is not given counts as zero. */
export function atLeast(version: TalosVersion, other: TalosVersion): boolean {
  const numbers = (text: string) =>
    text
      .replace(/^v/, '')
      .split('.')
      .map(part => Number.parseInt(part, 10));
  const [ours, theirs] = [numbers(version), numbers(other)];
  for (const index of [0, 1, 2]) {
    const difference = (ours[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
