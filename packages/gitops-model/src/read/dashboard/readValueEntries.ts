import { visitMappings } from '../collect/visitMappings';
import type { YamlDocument } from '../documents/parseYaml';
import type { HelmValues } from '../helm/HelmValues';
import { isRecord } from '../isRecord';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import { parseEntries } from './parseEntries';
import { type PlacedEntry, readConfigTexts } from './readConfigTexts';

/** Links in the values of a release: lists under `config` as the usual chart takes them, or whole files as texts. */
export function readValueEntries(
  reading: Reading,
  values: HelmValues,
  fallback: SourceRef,
): PlacedEntry[] {
  const documentsOf = ({ file }: SourceRef): YamlDocument[] =>
    reading.isFile(file)
      ? reading.readYaml(file, { file, line: 1 }).documents
      : [];
  const entries: PlacedEntry[] = [];
  visitMappings(values.value, ({ config }) => {
    if (!isRecord(config)) return;
    const source = values.sourceOf(config) ?? fallback;
    const found = [
      ...parseEntries(config.services),
      ...parseEntries(config.bookmarks),
    ];
    for (const { item, ...entry } of found) {
      const line = documentsOf(source)
        .map(({ lines }) => lines.get(item))
        .find(known => known !== undefined);
      entries.push({
        ...entry,
        source: line === undefined ? source : { file: source.file, line },
      });
    }
  });
  // Merging copies mappings, so the text itself is looked for.
  const startOf = (mapping: Record<string, unknown>, name: string) => {
    const source = values.sourceOf(mapping) ?? fallback;
    for (const { value, textLines } of documentsOf(source)) {
      let line: number | undefined;
      visitMappings(value, other => {
        if (other[name] === mapping[name])
          line ??= textLines.get(other)?.[name];
      });
      if (line !== undefined) return { file: source.file, line };
    }
    return undefined;
  };
  return [...entries, ...readConfigTexts(values.value, startOf, fallback)];
}
