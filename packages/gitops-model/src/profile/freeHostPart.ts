import { hostPart } from './hostPart';

/** No host comes and goes more often in one app; the next one is refused. */
const numbers = [2, 3, 4, 5, 6, 7, 8, 9];

/**
 * What of a host stands in a name that is free: with a number where the app has
 * one of that name already, as that of a host that was changed since.
 */
export function freeHostPart(
  host: string,
  isTaken: (part: string) => boolean,
): string {
  const part = hostPart(host);
  const parts = [part, ...numbers.map(number => `${part}-${number}`)];
  return parts.find(free => !isTaken(free)) ?? part;
}
