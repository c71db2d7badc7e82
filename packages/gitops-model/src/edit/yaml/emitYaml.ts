import { Document } from 'yaml';
import { parseBothWays, sameData } from './parseBothWays';
import type { YamlStyle } from './YamlStyle';
import type { YamlValue } from './YamlValue';

export type YamlOutcome =
  { ok: true; text: string } | { ok: false; reason: string };

/** Writes one document, and reads it back with two parsers before trusting it. */
export function emitYaml(value: YamlValue, style: YamlStyle): YamlOutcome {
  const body = spaceKeys(renderYaml(value, style), style);
  const text = [
    style.documentStart ? `---${style.lineEnd}` : '',
    style.schemaComment === undefined
      ? ''
      : `${style.schemaComment}${style.lineEnd}`,
    body.replaceAll('\n', style.lineEnd),
    style.finalNewline ? style.lineEnd : '',
  ].join('');
  const readings = parseBothWays(text);
  return readings &&
    sameData(readings.first, [value]) &&
    sameData(readings.second, [value])
    ? { ok: true, text }
    : { ok: false, reason: 'a value cannot be written so that it reads back' };
}

/** Sets keys apart as siblings do; the first of a document never is. */
function spaceKeys(text: string, { spacedKeys }: YamlStyle): string {
  return text.replace(/\n([A-Za-z][\w.-]*):/g, (whole, key: string) =>
    spacedKeys?.has(key) ? `\n${whole}` : whole,
  );
}

/**
 * Block style with `\n` line ends, without final newline.
 *
 * @param quotes - of texts that could do without
 */
export function renderYaml(
  value: YamlValue,
  style: Pick<YamlStyle, 'indentLists' | 'singleQuotes'>,
  quotes: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'PLAIN' = 'PLAIN',
): string {
  // Readers of YAML 1.1 are still about: what they would take for another type
  // (`no`, `0o7`, `12:30`) is quoted.
  const document = new Document(value, {
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  const text = document.toString({
    indentSeq: style.indentLists,
    // A text that holds quotes of one kind stands in those of the other.
    singleQuote: style.singleQuotes || null,
    defaultKeyType: 'PLAIN',
    defaultStringType: quotes,
    blockQuote: false,
    lineWidth: 0,
  });
  return escapeUnseen(text.replace(/\n$/, ''));
}

/** One line, for places inside `[…]` or `{…}`. */
export function renderFlowYaml(
  value: YamlValue,
  singleQuotes: boolean,
): string {
  const document = new Document(value, {
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  return escapeUnseen(
    document
      .toString({
        collectionStyle: 'flow',
        singleQuote: singleQuotes || null,
        blockQuote: false,
        lineWidth: 0,
        flowCollectionPadding: false,
      })
      .trimEnd(),
  );
}

/**
 * Some readers take these for line breaks or drop them, so they stand escaped.
 * Where they lie outside double quotes, reading back fails and nothing is written.
 */
function escapeUnseen(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
