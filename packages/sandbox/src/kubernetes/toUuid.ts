import { createHash } from 'node:crypto';

/** A UUID that stays the same as long as the value does. */
export function toUuid(value: unknown): string {
  const digits = createHash('sha256')
    .update(JSON.stringify(value))
    .digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
