import type { GoFunction } from './GoFunction';
import { asNumber, asText } from './goValues';
import { trimCharacters } from './trimCharacters';

const defaultMaxSize = 50;

/**
 * `slugify [maxSize [smartTruncate]] text`: lower case, anything else than
 * letters, digits and `_` becomes a single hyphen. With `smartTruncate` words
 * are kept whole.
 */
export const slugify: GoFunction = args => {
  const text = asText(args.at(-1));
  const maxSize = args.length > 1 ? asNumber(args[0]) : defaultMaxSize;
  const whole = args.length > 2 && args[1] === true;
  const hyphenated = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-');
  const slug = trimCharacters(hyphenated, '-_');
  if (slug.length <= maxSize) return slug;
  const cut = slug.slice(0, maxSize);
  const lastWord = slug[maxSize] === '-' ? -1 : cut.lastIndexOf('-');
  return trimCharacters(
    whole && lastWord > 0 ? cut.slice(0, lastWord) : cut,
    '-_',
  );
};
