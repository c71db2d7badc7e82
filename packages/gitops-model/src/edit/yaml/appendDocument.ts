import { isRecord } from '../../read/isRecord';
import { type YamlOutcome, renderYaml } from './emitYaml';
import { parseBothWays, sameData } from './parseBothWays';
import { splitDocuments } from './splitDocuments';
import { detectYamlStyle, type YamlStyle } from './YamlStyle';
import type { YamlValue } from './YamlValue';

const schemaComment = /^---[ \t]*\r?\n(# yaml-language-server:[^\n]*\n)/;

/**
 * Adds a document to the end of a YAML file, with the schema comment of others of
 * its kind.
 *
 * @param otherwise - the style to follow where the file itself does not tell
 */
export function appendDocument(
  text: string,
  value: { readonly kind: string } & Readonly<Record<string, YamlValue>>,
  otherwise?: YamlStyle,
): YamlOutcome {
  const before = parseBothWays(text);
  if (!before) {
    return {
      ok: false,
      reason: 'the file is no YAML that two parsers agree on',
    };
  }
  const style = detectYamlStyle([text], otherwise);
  const isEnded = text === '' || text.endsWith('\n');
  const texts = splitDocuments(text);
  const isSplitAlike = texts.length === before.first.length;
  const like = before.first.findLastIndex(
    document =>
      isSplitAlike && isRecord(document) && document.kind === value.kind,
  );
  const after = [
    text,
    isEnded ? '' : style.lineEnd,
    `---${style.lineEnd}`,
    schemaComment.exec(texts[like] ?? '')?.[1] ?? '',
    renderYaml(value, style).replaceAll('\n', style.lineEnd),
    isEnded ? style.lineEnd : '',
  ].join('');
  const readings = parseBothWays(after);
  return readings &&
    sameData(readings.first, [...before.first, value]) &&
    sameData(readings.second, [...before.second, value])
    ? { ok: true, text: after }
    : { ok: false, reason: 'the file does not take another document' };
}
