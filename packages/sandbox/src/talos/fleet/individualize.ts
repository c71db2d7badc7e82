import { createHash } from 'node:crypto';

/** What tells two machines of one model apart. */
export interface Individual {
  /** Such as `pitower/worker-01`. */
  name: string;
  /** The first five bytes of the machine's hardware addresses, such as `02:00:5e:11:00`. */
  hardwareAddress: string;
}

/**
 * A copy of the value in which `@id@` (four hexadecimal digits), `@uuid@`
 * (twelve), `@long@` (sixteen) and `@mac@` (five bytes of a hardware address)
 * are this machine's own.
 */
export function individualize<T>(value: T, individual: Individual): T;
export function individualize(value: unknown, individual: Individual): unknown {
  if (typeof value === 'string') {
    return value.includes('@') ? replace(value, individual) : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => individualize(item, individual));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        individualize(item, individual),
      ]),
    );
  }
  return value;
}

/** Hexadecimal digits that are the machine's own, and stay so. */
export function digitsOf(name: string, purpose: string, count: number): string {
  return createHash('sha256')
    .update(`${purpose} of ${name}`)
    .digest('hex')
    .slice(0, count);
}

function replace(text: string, { name, hardwareAddress }: Individual): string {
  return text
    .replaceAll('@id@', digitsOf(name, 'id', 4).toUpperCase())
    .replaceAll('@uuid@', digitsOf(name, 'uuid', 12))
    .replaceAll('@long@', digitsOf(name, 'long', 16))
    .replaceAll('@mac@', hardwareAddress);
}
