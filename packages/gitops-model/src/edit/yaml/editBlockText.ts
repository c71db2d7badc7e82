import { isScalar, parseAllDocuments } from 'yaml';
import { applyYamlEdit } from './applyYamlEdit';
import type { YamlOutcome } from './emitYaml';
import { parseBothWays, sameData } from './parseBothWays';
import { valueAt } from './setValue';
import type { YamlPath } from './YamlValue';

/**
 * Changes a text that a YAML file holds as a block scalar, as if it were a file
 * of its own. Lines that the change does not touch keep every byte.
 *
 * @param path - where the text is, in the file's first document
 */
export function editBlockText(
  text: string,
  path: YamlPath,
  change: (inner: string) => YamlOutcome,
): YamlOutcome {
  const before = parseBothWays(text);
  const place = before && placeOfText(text, path);
  if (!place) {
    return { ok: false, reason: `it has no text at ${path.join('.')}` };
  }
  const { start, end, indent } = place;
  const lead = new RegExp(`^ {0,${indent.length}}`, 'gm');
  const outcome = change(text.slice(start, end).replace(lead, ''));
  if (!outcome.ok) return outcome;
  const changed = outcome.text.replace(/^(?=[^\r\n])/gm, indent);
  const after = `${text.slice(0, start)}${changed}${text.slice(end)}`;
  const readings = parseBothWays(after);
  const value = String(valueAt(readings?.first[0], path));
  const meant = (documents: readonly unknown[]) =>
    documents.map((data, at) =>
      at === 0
        ? applyYamlEdit(data, { kind: 'replace-scalar', path, value }, 0)
        : data,
    );
  return readings &&
    value.trimEnd() === outcome.text.replaceAll('\r\n', '\n').trimEnd() &&
    sameData(readings.first, meant(before.first)) &&
    sameData(readings.second, meant(before.second))
    ? { ok: true, text: after }
    : { ok: false, reason: 'the edit would change more than it should' };
}

/** The lines of a block scalar, and what stands before each; none where it is empty. */
function placeOfText(
  text: string,
  path: YamlPath,
): { start: number; end: number; indent: string } | undefined {
  const [document] = [...parseAllDocuments(text)];
  const node = document?.getIn(path, true);
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || !node.range) {
    return undefined;
  }
  const [header, end] = node.range;
  const start = text.indexOf('\n', header) + 1;
  const indent = /^( *)[^ \r\n]/m.exec(text.slice(start, end))?.[1];
  return indent === undefined ? undefined : { start, end, indent };
}
