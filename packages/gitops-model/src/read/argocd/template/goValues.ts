import { isRecord } from '../../isRecord';
import { TemplateError } from './TemplateError';

/** What Go's `print` writes. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '<no value>';
  if (Array.isArray(value)) return `[${value.map(toText).join(' ')}]`;
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .sort()
      .map(key => `${key}:${toText(value[key])}`);
    return `map[${entries.join(' ')}]`;
  }
  return String(value);
}

/** Whether Go's templates take a value for true. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** A key of a mapping; `undefined` where there is none. */
export function entryOf(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** @throws TemplateError for anything but a mapping. */
export function asMapping(value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw new TemplateError(`${describe(value)} is no mapping`);
}

/** @throws TemplateError for anything but a list. */
export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TemplateError(`${describe(value)} is no list`);
}

/** @throws TemplateError for anything but a text. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TemplateError(`${describe(value)} is no text`);
}

/** As sprig converts: what is no number is zero. */
export function asNumber(value: unknown): number {
  const number = Number(typeof value === 'boolean' ? 0 : value);
  return Number.isFinite(number) ? number : 0;
}

export function describe(value: unknown): string {
  const text = toText(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
