import { parseDocument, stringify, type Tags } from 'yaml';
import { isRecord } from '../isRecord';

/** Where a scalar stands. */
export type Place = 'key' | 'value' | 'item';

export type ReadScalar =
  { state: 'read'; value: unknown } | { state: 'refused'; reason: string };

const leftOut = new Set(
  ['binary', 'merge', 'omap', 'pairs', 'set', 'timestamp'].map(
    name => `tag:yaml.org,2002:${name}`,
  ),
);

/** With a digit before the exponent: `e1` is a text. */
const exponent = /^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)[eE][-+]?\d+$/;

function formatOf(tag: object): unknown {
  return 'format' in tag ? tag.format : undefined;
}

/** Flux writes and reads YAML 1.1, with times as text. */
const yamlOptions = {
  version: '1.1',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags): Tags =>
    tags.flatMap((tag): Tags => {
      if (typeof tag === 'string') return [tag];
      if (leftOut.has(tag.tag) || formatOf(tag) === 'TIME') return [];
      const isExponent = !tag.collection && formatOf(tag) === 'EXP';
      return [isExponent ? { ...tag, test: exponent } : tag];
    }),
} as const;

/** A text as kustomize writes it within a document. */
export function writeScalar(text: string, place: Place): string {
  return stringify(surround(text, place), {
    ...yamlOptions,
    lineWidth: 0,
    singleQuote: true,
  });
}

function surround(text: string, place: Place): unknown {
  if (place === 'item') return [text];
  return place === 'key' ? { [text]: 0 } : { text };
}

/** What has become of it; not always a text, and not always a scalar. */
export function readScalar(written: string, place: Place): ReadScalar {
  const document = parseDocument(written, yamlOptions);
  if (document.errors.length > 0) {
    return { state: 'refused', reason: document.errors[0].message };
  }
  const surroundings = toValue(document);
  if (place === 'item' && Array.isArray(surroundings)) {
    return { state: 'read', value: surroundings[0] };
  }
  const [entry] = isRecord(surroundings) ? Object.entries(surroundings) : [];
  if (entry) {
    const [key, value] = entry;
    return { state: 'read', value: place === 'key' ? key : value };
  }
  return { state: 'refused', reason: 'what is around it changes' };
}

function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias of nothing.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Whether a text is read back as itself wherever it stands, to save writing it. */
export function isPlainText(text: string): boolean {
  return (
    /^[a-z][\w./-]*$/i.test(text) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
  );
}
