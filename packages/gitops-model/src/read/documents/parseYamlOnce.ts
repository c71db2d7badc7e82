import { type ParsedYaml, parseYaml } from './parseYaml';

/**
 * Parsing dominates reading, and from commit to commit few files change. What
 * was parsed is kept by Git blob id, up to so many characters of source; the
 * least recently used goes first. Blob ids name their bytes, so nothing here
 * ever becomes stale.
 */
const maxCharacters = 32 * 1024 * 1024;
const parsed = new Map<string, { result: ParsedYaml; characters: number }>();
let characters = 0;

/** Like `parseYaml`, parsing each blob once. The result must not be changed. */
export function parseYamlOnce(oid: string, text: string): ParsedYaml {
  const known = parsed.get(oid);
  if (known) {
    parsed.delete(oid);
    parsed.set(oid, known);
    return known.result;
  }
  const result = parseYaml(text);
  parsed.set(oid, { result, characters: text.length });
  characters += text.length;
  for (const [oldest, entry] of parsed) {
    if (characters <= maxCharacters) break;
    parsed.delete(oldest);
    characters -= entry.characters;
  }
  return result;
}
