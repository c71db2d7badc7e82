/** Whether two hosts, one of which may be a wildcard, can mean the same name. */
export function hostsOverlap(one: string, other: string): boolean {
  const first = one.toLowerCase();
  const second = other.toLowerCase();
  return first === second || covers(first, second) || covers(second, first);
}

function covers(wildcard: string, host: string): boolean {
  return wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1));
}
