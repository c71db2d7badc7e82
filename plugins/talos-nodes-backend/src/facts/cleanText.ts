import type {
  Fact,
  FactSource,
  UnknownReason,
} from '@internal/plugin-talos-nodes-common';
import { known, unknown } from './fact';

/** What firmware says where its maker wrote nothing. */
const PLACEHOLDERS = new Set([
  '0123456789',
  '9876543210',
  'default string',
  'n/a',
  'no asset tag',
  'no dimm',
  'none',
  'not available',
  'not provided',
  'not specified',
  'null',
  'o.e.m.',
  'system manufacturer',
  'system product name',
  'system serial number',
  'system version',
  'to be filled by o.e.m.',
  'undefined',
  'unknown',
  'unknown product',
]);

/** With single spaces and without control characters; `undefined` for placeholders. */
export function cleanText(raw: string | undefined): string | undefined {
  const text = raw
    ?.replace(/[\p{Cc}\uFFFD]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text || PLACEHOLDERS.has(text.toLowerCase())) return undefined;
  return /^(?:0+|f+|x+|-+|\.+)$/i.test(text) ? undefined : text;
}

/** Known with the cleaned text; the raw one goes along where it differs. */
export function textFact(
  raw: string | undefined,
  source: FactSource,
  reason: UnknownReason = 'not-reported',
): Fact<string> {
  const text = cleanText(raw);
  if (text === undefined) return unknown(reason);
  return known(text, source, text === raw ? undefined : raw);
}
