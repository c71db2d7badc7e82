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
  const [document] = [...parseAllDocuments(text)];
  const node = document?.getIn(path, true);
  const before = parseBothWays(text);
  if (
    !before ||
    !isScalar(node) ||
    node.type !== 'BLOCK_LITERAL' ||
    !node.range
  ) {
    return { ok: false, reason: `it has no text at ${path.join('.')}` };
  }
  const start = text.indexOf('\n', node.range[0]) + 1;
  const body = text.slice(start, node.range[1]);
  const indent = /^( *)[^ \r\n]/m.exec(body)?.[1] ?? '';
  const lead = new RegExp(`^ {0,${indent.length}}`, 'gm');
  const outcome = change(body.replace(lead, ''));
  if (!outcome.ok) return outcome;
  const changed = outcome.text.replace(/^(?=[^\r\n])/gm, indent);
  const after = `${text.slice(0, start)}${changed}${text.slice(node.range[1])}`;
  const readings = parseBothWays(after);
  const agree = (one: readonly unknown[], other: readonly unknown[]) =>
    sameData(withoutText(one, path), withoutText(other, path)) &&
    trimmed(valueAt(one[0], path)) === outcome.text.trimEnd();
  return readings &&
    agree(readings.first, before.first) &&
    agree(readings.second, before.second)
    ? { ok: true, text: after }
    : { ok: false, reason: 'the edit would change more than it should' };
}

function withoutText(documents: readonly unknown[], path: YamlPath): unknown[] {
  return documents.map((data, at) =>
    at === 0
      ? applyYamlEdit(data, { kind: 'replace-scalar', path, value: '' }, 0)
      : data,
  );
}

function trimmed(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trimEnd() : undefined;
}
