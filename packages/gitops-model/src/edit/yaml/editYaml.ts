import { parseAllDocuments } from 'yaml';
import { applyYamlEdit } from './applyYamlEdit';
import type { YamlOutcome } from './emitYaml';
import { parseBothWays, sameData } from './parseBothWays';
import { spliceYaml } from './spliceYaml';
import type { YamlEdit } from './YamlEdit';
import { detectYamlStyle, type YamlStyle } from './YamlStyle';

/**
 * Changes one document of a YAML file and keeps every other byte: comments,
 * order, quoting, indentation, line ends, and a missing final newline.
 *
 * @param index - which document of the file
 * @param like - the style to follow where the file itself does not tell yet
 */
export function editYaml(
  text: string,
  edit: YamlEdit,
  index = 0,
  like?: YamlStyle,
): YamlOutcome {
  const before = parseBothWays(text);
  const document = [...parseAllDocuments(text, { keepSourceTokens: true })].at(
    index,
  );
  if (!before || !document) {
    return {
      ok: false,
      reason: 'the file is no YAML that two parsers agree on',
    };
  }
  const splice = spliceYaml(
    {
      text,
      document,
      style: {
        ...detectYamlStyle([text], like),
        ...(like?.spacedKeys && { spacedKeys: like.spacedKeys }),
      },
    },
    edit,
  );
  if (!splice) {
    return { ok: false, reason: 'the file has no such place to edit' };
  }
  const after = `${text.slice(0, splice.start)}${splice.text}${text.slice(splice.end)}`;
  const readings = parseBothWays(after);
  const meant = (data: unknown[]) =>
    data.map((value, at) =>
      at === index ? applyYamlEdit(value, edit, splice.index) : value,
    );
  return readings &&
    sameData(readings.first, meant(before.first)) &&
    sameData(readings.second, meant(before.second))
    ? { ok: true, text: after }
    : { ok: false, reason: 'the edit would change more than it should' };
}
