import { asNumber, describe, toText } from './goValues';
import { TemplateError } from './TemplateError';

const maxWidth = 1000;

/** Go's `printf`, for the verbs that make sense of texts, numbers and booleans. */
export function formatText(format: string, args: readonly unknown[]): string {
  let next = 0;
  return format.replace(
    /%([-+0 ]*)(\d+)?(?:\.(\d+))?([A-Za-z%])/g,
    (_match, flags: string, width: string, precision: string, verb: string) => {
      if (verb === '%') return '%';
      if (next >= args.length) {
        throw new TemplateError(`printf ${describe(format)} lacks a value`);
      }
      const text = formatValue(args[next], verb, precision);
      next += 1;
      return pad(text, flags, Math.min(maxWidth, Number(width ?? 0)));
    },
  );
}

function formatValue(
  value: unknown,
  verb: string,
  precision: string | undefined,
): string {
  const digits = precision === undefined ? undefined : Number(precision);
  switch (verb) {
    case 's':
    case 'v':
      return toText(value).slice(0, digits);
    case 'q':
      return JSON.stringify(toText(value));
    case 'd':
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        throw new TemplateError(`${describe(value)} is no whole number`);
      }
      return String(value);
    case 'f':
      return asNumber(value).toFixed(Math.min(20, digits ?? 6));
    case 't':
      if (typeof value !== 'boolean') {
        throw new TemplateError(`${describe(value)} is neither true nor false`);
      }
      return String(value);
    default:
      throw new TemplateError(`printf with %${verb} is not evaluated`);
  }
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  return text.padStart(width, flags.includes('0') ? '0' : ' ');
}
