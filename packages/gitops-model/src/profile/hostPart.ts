import { freeName } from './freeName';

/** What of a host stands in names of files and objects. */
export function hostPart(host: string): string {
  return host.replaceAll('.', '-');
}

/**
 * The same in a name that is free: with a number where an earlier host, which
 * was changed since, left its name to what is there.
 */
export function freeHostPart(
  host: string,
  isTaken: (part: string) => boolean,
): string {
  const part = hostPart(host);
  return freeName(
    number => (number === undefined ? part : `${part}-${number}`),
    isTaken,
  );
}
