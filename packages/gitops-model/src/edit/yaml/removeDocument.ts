import type { YamlOutcome } from './emitYaml';
import { parseBothWays, sameData } from './parseBothWays';
import { splitDocuments } from './splitDocuments';

/** Takes one of several documents out of a YAML file, with its comments. */
export function removeDocument(text: string, index: number): YamlOutcome {
  const before = parseBothWays(text);
  const documents = splitDocuments(text);
  if (!before || documents.length !== before.first.length) {
    return { ok: false, reason: 'its documents cannot be told apart' };
  }
  if (documents.length === 1) {
    return { ok: false, reason: 'it would be left without a document' };
  }
  const without = <T>(list: readonly T[]) =>
    list.filter((_item, at) => at !== index);
  const joined = without(documents).join('');
  // A missing final newline stays missing.
  const after = text.endsWith('\n') ? joined : joined.replace(/\r?\n$/, '');
  const readings = parseBothWays(after);
  return readings &&
    sameData(readings.first, without(before.first)) &&
    sameData(readings.second, without(before.second))
    ? { ok: true, text: after }
    : { ok: false, reason: 'the edit would change more than it should' };
}
