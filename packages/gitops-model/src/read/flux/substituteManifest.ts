import { Document, parseDocument, type Tags } from 'yaml';
import type { YamlDocument } from '../documents/parseYaml';
import { isRecord } from '../isRecord';
import type { ImageChange } from '../kustomize/kustomizationSchema';
import type { Manifest } from '../manifests/Manifest';
import { toManifests } from '../manifests/toManifests';
import { expandVariables, type Variable } from './expandVariables';

export type Substituted =
  | {
      state: 'substituted';
      manifest: Manifest;
      unset: string[];
      unevaluated: string[];
    }
  /** Flux refuses the object, and with it the whole unit. */
  | { state: 'refused'; reason: string; unset: string[] };

const marker = 'kustomize.toolkit.fluxcd.io/substitute';

/**
 * An object with its variables replaced the way Flux does it: written as text,
 * replaced there, read again. So `"${REPLICAS}"` becomes a number, and a value
 * may change what is around it.
 */
export function substituteManifest(
  manifest: Manifest,
  lookUp: (name: string) => Variable,
): Substituted {
  const unchanged: Substituted = {
    state: 'substituted',
    manifest,
    unset: [],
    unevaluated: [],
  };
  if (isSwitchedOff(manifest)) return unchanged;
  try {
    const named = withNames(manifest);
    if (!JSON.stringify(named).includes('$')) return unchanged;
    return substitute(manifest, named, lookUp);
  } catch (error) {
    // Of JSON.stringify for an alias of itself, and of recursion.
    if (!(error instanceof TypeError || error instanceof RangeError))
      throw error;
    const reason = 'refers to itself, or is nested too deeply';
    return { state: 'refused', reason, unset: [] };
  }
}

function substitute(
  manifest: Manifest,
  named: Record<string, unknown>,
  lookUp: (name: string) => Variable,
): Substituted {
  const written = new Document(named, {
    ...yamlOptions,
    aliasDuplicateObjects: false,
  }).toString({ lineWidth: 0, singleQuote: true });
  const expansion = expandVariables(written, lookUp);
  if (expansion.state === 'refused') {
    const reason = `cannot be given its variables: ${expansion.reason}`;
    return { state: 'refused', reason, unset: [] };
  }
  const { unset, unevaluated } = expansion;
  const parsed = parseDocument(expansion.text, yamlOptions);
  if (parsed.errors.length > 0) {
    const reason = `is no valid YAML once its variables are replaced: ${parsed.errors[0].message}`;
    return { state: 'refused', reason, unset };
  }
  const value: unknown = parsed.toJS();
  const document: YamlDocument = {
    value,
    line: manifest.document.line,
    lines: new WeakMap(),
    textLines: new WeakMap(),
  };
  copyLines({ from: named, to: value, document, manifest });
  const [replaced] = toManifests(manifest.source.file, document) ?? [];
  if (!replaced) {
    const reason =
      'lacks apiVersion, kind or metadata.name once its variables are replaced';
    return { state: 'refused', reason, unset };
  }
  return {
    state: 'substituted',
    manifest: {
      ...replaced,
      source: manifest.source,
      imageChanges: manifest.imageChanges?.map(change =>
        expandChange(change, lookUp),
      ),
    },
    unset,
    unevaluated,
  };
}

const leftOut = new Set([
  'tag:yaml.org,2002:merge',
  'tag:yaml.org,2002:timestamp',
]);

/** Flux reads YAML 1.1, with times as text. */
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

function isSwitchedOff({ value: { metadata } }: Manifest): boolean {
  if (!isRecord(metadata)) return false;
  return [metadata.labels, metadata.annotations].some(
    marks => isRecord(marks) && marks[marker] === 'disabled',
  );
}

function withNames({
  value,
  name,
  namespace,
}: Manifest): Record<string, unknown> {
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  return {
    ...value,
    metadata: { ...metadata, name, ...(namespace && { namespace }) },
  };
}

/** What is at the same place keeps its line; what a variable made has that of its surroundings. */
function copyLines({
  from,
  to,
  document,
  manifest,
  line = manifest.source.line,
}: {
  from: unknown;
  to: unknown;
  document: YamlDocument;
  manifest: Manifest;
  line?: number;
}): void {
  if (typeof to !== 'object' || to === null) return;
  const original = manifest.document;
  const isKnown = typeof from === 'object' && from !== null;
  const own = (isKnown && original.lines.get(from)) || line;
  document.lines.set(to, own);
  const texts = isKnown && original.textLines.get(from);
  if (texts) document.textLines.set(to, texts);
  const children = new Map(isKnown ? Object.entries(from) : []);
  for (const [key, child] of Object.entries(to)) {
    copyLines({
      from: children.get(key),
      to: child,
      document,
      manifest,
      line: own,
    });
  }
}

function expandChange(
  change: ImageChange,
  lookUp: (name: string) => Variable,
): ImageChange {
  const expand = (text: string | undefined) => {
    if (text === undefined) return undefined;
    const expansion = expandVariables(text, lookUp);
    return expansion.state === 'expanded' ? expansion.text : text;
  };
  return {
    ...change,
    newName: expand(change.newName),
    newTag: expand(change.newTag),
    digest: expand(change.digest),
  };
}
