import { visitMappings } from '../collect/visitMappings';
import { parseYaml } from '../documents/parseYaml';
import type { SourceRef } from '../RepositoryModel';
import { type FoundEntry, parseEntries } from './parseEntries';

export type PlacedEntry = Omit<FoundEntry, 'item'> & { source: SourceRef };

/** Of Homepage's own files, those that hold links. */
const names = ['services.yaml', 'bookmarks.yaml'];

/**
 * Links in texts that stand under the name of one of Homepage's files, as in
 * a ConfigMap. `startOf` is where a text starts, if that can be told.
 */
export function readConfigTexts(
  value: Record<string, unknown>,
  startOf: (
    mapping: Record<string, unknown>,
    name: string,
  ) => SourceRef | undefined,
  fallback: SourceRef,
): PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  visitMappings(value, mapping => {
    for (const name of names) {
      const text = mapping[name];
      if (typeof text !== 'string') continue;
      const start = startOf(mapping, name);
      for (const document of parseYaml(text).documents) {
        for (const { item, ...entry } of parseEntries(document.value)) {
          const line = document.lines.get(item) ?? 1;
          entries.push({
            ...entry,
            source: start
              ? { file: start.file, line: start.line + line - 1 }
              : fallback,
          });
        }
      }
    }
  });
  return entries;
}
