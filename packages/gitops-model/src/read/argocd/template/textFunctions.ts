import type { GoFunction } from './GoFunction';
import { asNumber, asText, toText } from './goValues';
import { trimCharacters } from './trimCharacters';
import { formatText } from './formatText';
import { checkLength, joinTexts } from './joinTexts';
import { slugify } from './slugify';
import { sanitizeName } from '../sanitizeName';

/** Texts in, texts out. */
export const textFunctions: Record<string, GoFunction> = {
  print: args => args.map(toText).join(''),
  println: args => `${args.map(toText).join(' ')}\n`,
  printf: ([format, ...args]) => formatText(asText(format), args),
  cat: args => args.filter(isPresent).map(toText).join(' '),
  quote: args => args.filter(isPresent).map(quote).join(' '),
  squote: args =>
    args
      .filter(isPresent)
      .map(value => `'${toText(value)}'`)
      .join(' '),
  lower: ([text]) => asText(text).toLowerCase(),
  upper: ([text]) => asText(text).toUpperCase(),
  title: ([text]) =>
    asText(text).replace(/(^|\s)(\S)/g, match => match.toUpperCase()),
  trim: ([text]) => asText(text).trim(),
  trimAll: ([cutset, text]) => trimCharacters(asText(text), asText(cutset)),
  trimPrefix: ([prefix, text]) =>
    asText(text).startsWith(asText(prefix))
      ? asText(text).slice(asText(prefix).length)
      : text,
  trimSuffix: ([suffix, text]) =>
    asText(text).endsWith(asText(suffix))
      ? asText(text).slice(0, asText(text).length - asText(suffix).length)
      : text,
  replace: ([old, replacement, text]) => {
    const parts = asText(text).split(asText(old));
    return joinTexts(parts, asText(replacement));
  },
  contains: ([part, text]) => asText(text).includes(asText(part)),
  hasPrefix: ([prefix, text]) => asText(text).startsWith(asText(prefix)),
  hasSuffix: ([suffix, text]) => asText(text).endsWith(asText(suffix)),
  nospace: ([text]) => asText(text).replace(/\s/g, ''),
  trunc: ([length, text]) => {
    const count = asNumber(length);
    return count < 0 ? asText(text).slice(count) : asText(text).slice(0, count);
  },
  substr: ([start, end, text]) => {
    const from = Math.max(0, asNumber(start));
    const to = asNumber(end);
    return asText(text).slice(from, to < 0 ? undefined : to);
  },
  repeat: ([count, text]) => {
    const times = Math.max(0, Math.trunc(asNumber(count)));
    checkLength(times * asText(text).length);
    return asText(text).repeat(times);
  },
  indent: ([width, text]) => indent(width, text),
  nindent: ([width, text]) => `\n${indent(width, text)}`,
  toString: (args: unknown[]) => toText(args[0]),
  normalize: ([text]) => sanitizeName(asText(text)),
  slugify,
};

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function quote(value: unknown): string {
  return JSON.stringify(toText(value));
}

function indent(width: unknown, text: unknown): string {
  const spaces = Math.max(0, asNumber(width));
  const lines = asText(text).split('\n');
  checkLength(spaces * lines.length);
  return joinTexts(
    lines.map(line => ' '.repeat(spaces) + line),
    '\n',
  );
}
