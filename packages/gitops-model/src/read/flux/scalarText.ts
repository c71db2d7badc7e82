import { parseDocument, stringify, type Tags } from 'yaml';
import { isRecord } from '../isRecord';

/** Where a scalar stands. */
export type Place = 'key' | 'value' | 'item';

export type ReadScalar =
  { state: 'read'; value: unknown } | { state: 'refused'; reason: string };

const leftOut = new Set([
  'tag:yaml.org,2002:merge',
  'tag:yaml.org,2002:timestamp',
]);

/** Flux writes and reads YAML 1.1, with times as text. */
const yamlOptions = {
  version: '1.1',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags) =>
    tags.filter(
      tag =>
        typeof tag === 'string' ||
        !(leftOut.has(tag.tag) || ('format' in tag && tag.format === 'TIME')),
    ),
} as const;

/** A text as kustomize writes it within a document. */
export function writeScalar(text: string, place: Place): string {
  const surroundings =
    place === 'item' ? [text] : place === 'value' ? { text } : { [text]: 0 };
  return stringify(surroundings, {
    ...yamlOptions,
    lineWidth: 0,
    singleQuote: true,
  });
}

/** What has become of it; not always a text, and not always a scalar. */
export function readScalar(written: string, place: Place): ReadScalar {
  const document = parseDocument(written, yamlOptions);
  if (document.errors.length > 0) {
    return { state: 'refused', reason: document.errors[0].message };
  }
  const surroundings: unknown = document.toJS();
  if (place === 'item' && Array.isArray(surroundings)) {
    return { state: 'read', value: surroundings[0] };
  }
  if (isRecord(surroundings)) {
    const [[key, value]] = Object.entries(surroundings);
    return { state: 'read', value: place === 'key' ? key : value };
  }
  return { state: 'refused', reason: 'what is around it changes' };
}
