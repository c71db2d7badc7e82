import type { CephStatus } from '../../model/CephStatus';

/** A number every five seconds, up to now, with the time of each in seconds. */
export function toSamples(
  { at }: CephStatus,
  valueAt: (seconds: number) => number,
): [number, number][] {
  const now = at.getTime() / 1000;
  return Array.from({ length: 18 }, (_, index): [number, number] => {
    const seconds = now - 5 * (17 - index);
    return [seconds, valueAt(seconds)];
  });
}
