import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import { toManifests } from '../manifests/toManifests';
import { expandVariables, type Variable } from './expandVariables';
import { isPlainText, type Place, readScalar, writeScalar } from './scalarText';

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
 * replaced there, read again. So `"${REPLICAS}"` becomes a number, and an empty
 * value can make the object unreadable. Texts without variables are not
 * written, because nothing can become of them.
 */
export function substituteManifest(
  manifest: Manifest,
  lookUp: (name: string) => Variable,
): Substituted {
  const unset = new Set<string>();
  const unevaluated = new Set<string>();
  const refusals: string[] = [];
  const refused = (reason: string): Substituted => ({
    state: 'refused',
    reason,
    unset: [...unset],
  });
  const expand = (text: string): string => {
    const expansion = expandVariables(text, lookUp);
    if (expansion.state === 'refused') {
      refusals.push(`cannot be given its variables: ${expansion.reason}`);
      return text;
    }
    expansion.unset.forEach(name => unset.add(name));
    expansion.unevaluated.forEach(written => unevaluated.add(written));
    return expansion.text;
  };
  const replaceText = (text: string, place: Place): unknown => {
    if (!/\$[${]/.test(text)) return text;
    // Written as a block, which nothing on one line can end.
    if (place !== 'key' && text.includes('\n')) return expand(text);
    const expanded = expand(text);
    if (isPlainText(expanded)) return expanded;
    const read = readScalar(expand(writeScalar(text, place)), place);
    if (read.state === 'read') return read.value;
    refusals.push(
      `is no valid YAML once its variables are replaced: ${read.reason}`,
    );
    return text;
  };
  if (isSwitchedOff(manifest)) {
    return { state: 'substituted', manifest, unset: [], unevaluated: [] };
  }
  let value: unknown;
  try {
    value = replaceWithin(manifest, replaceText);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused('is nested too deeply');
  }
  if (refusals.length > 0) return refused(refusals[0]);
  const substituted =
    value === manifest.value ? manifest : rebuild(manifest, value);
  if (!substituted) {
    return refused(
      'lacks apiVersion, kind or metadata.name once its variables are replaced',
    );
  }
  return {
    state: 'substituted',
    manifest: substituted,
    unset: [...unset],
    unevaluated: [...unevaluated],
  };
}

function isSwitchedOff({ value: { metadata } }: Manifest): boolean {
  if (!isRecord(metadata)) return false;
  return [metadata.labels, metadata.annotations].some(
    marks => isRecord(marks) && marks[marker] === 'disabled',
  );
}

function rebuild(manifest: Manifest, value: unknown): Manifest | undefined {
  const { source, document, dataSources } = manifest;
  const metadata = isRecord(value) ? value.metadata : undefined;
  if (!isRecord(metadata) || !(metadata.name ?? metadata.generateName)) {
    return undefined;
  }
  const [rebuilt] = toManifests(source.file, { ...document, value }) ?? [];
  return rebuilt && { ...rebuilt, source, document, dataSources };
}

/** What changes is copied and keeps its lines; the rest is shared. */
function replaceWithin(
  { value, document: { lines, textLines } }: Manifest,
  replaceText: (text: string, place: Place) => unknown,
): unknown {
  const replace = (part: unknown, place: Place): unknown => {
    if (typeof part === 'string') return replaceText(part, place);
    if (typeof part !== 'object' || part === null) return part;
    const isList = Array.isArray(part);
    const before = Object.entries(part);
    const after = before.map(([key, child]): [string, unknown] => [
      isList ? key : String(replaceText(key, 'key')),
      replace(child, isList ? 'item' : 'value'),
    ]);
    const isSame = after.every(
      ([key, child], index) =>
        key === before[index][0] && child === before[index][1],
    );
    if (isSame) return part;
    const copy = isList
      ? after.map(([, child]) => child)
      : Object.fromEntries(after);
    const line = lines.get(part);
    const texts = textLines.get(part);
    if (line !== undefined) lines.set(copy, line);
    if (texts) textLines.set(copy, texts);
    return copy;
  };
  return replace(value, 'value');
}
