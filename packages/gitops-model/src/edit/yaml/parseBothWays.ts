import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';

/** A YAML stream as two independent parsers understand it. */
export interface TwoReadings {
  first: unknown[];
  second: unknown[];
}

/** Aliases beyond this are refused: they are cheap to write, dear to expand. */
const maxAliasCount = 100;

/** `undefined` where one of the parsers refuses the text. */
export function parseBothWays(text: string): TwoReadings | undefined {
  try {
    const documents = [...parseAllDocuments(text)];
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return {
      first: documents.map(document => document.toJS({ maxAliasCount })),
      second: loadAll(text),
    };
  } catch {
    return undefined;
  }
}

/** Equal as data, key order included. */
export function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
