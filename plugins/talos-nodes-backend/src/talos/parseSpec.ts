import { parseDocument } from 'yaml';

const LONGEST_SPEC_CHARACTERS = 512 * 1024;

/**
 * A resource's `yaml_spec`, every scalar as text: serial numbers that look like
 * numbers keep their digits. Aliases and tags are refused; what cannot be read
 * is `undefined`.
 */
export function parseSpec(text: string): unknown {
  if (text.length > LONGEST_SPEC_CHARACTERS) return undefined;
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      logLevel: 'silent',
    });
    if (document.errors.length > 0 || document.warnings.length > 0) {
      return undefined;
    }
    // Otherwise every value is a slice of the text, and keeps the whole of it in memory.
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 0 })));
  } catch {
    return undefined;
  }
}
