import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { isRecord } from '../read/isRecord';
import { buildKustomization } from '../read/kustomize/buildKustomization';
import { Reading } from '../read/Reading';
import { createSnapshot } from '../snapshot/createSnapshot';
import { profile } from './readFixture';

export interface Objects {
  /** `kind namespace/name` and the rest as JSON, but for Secrets; sorted. Absent where kustomize refuses. */
  objects: string[] | undefined;
}

const objectSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({
    name: z.coerce.string(),
    namespace: z.string().optional(),
  }),
});

/** What our own evaluation makes of a directory. */
export function objectsRead(
  files: Record<string, string | Uint8Array>,
  directory: string,
): Objects & { remote: boolean; findings: string[] } {
  const snapshot = createSnapshot({ commit: 'a'.repeat(40), files });
  const reading = new Reading(snapshot, profile);
  const from = { file: directory, line: 1 };
  const { manifests, buildable } = buildKustomization(reading, directory, from);
  return {
    objects: buildable
      ? manifests.map(({ value }) => describeObject(value)).sort()
      : undefined,
    remote: reading.findings.some(({ code }) => code === 'remote-resource'),
    findings: reading.findings.map(
      ({ code, file, line, message }) => `${code} ${file}:${line} ${message}`,
    ),
  };
}

/** The same of what kustomize printed. */
export function objectsBuilt(printed: string | undefined): Objects['objects'] {
  if (printed === undefined) return undefined;
  const documents = parseAllDocuments(printed, { uniqueKeys: false });
  return ('empty' in documents ? [] : documents)
    .map(document => describeObject(document.toJS({ maxAliasCount: -1 })))
    .sort();
}

/** What only one side has; empty where both agree. */
export function differences(
  real: Objects['objects'],
  ours: Objects['objects'],
): string[] {
  if (!real || !ours) {
    if (real === ours) return [];
    return [real ? 'only kustomize builds it' : 'only we build it'];
  }
  return [
    ...without(real, ours).map(line => `kustomize: ${line.slice(0, 1000)}`),
    ...without(ours, real).map(line => `ours: ${line.slice(0, 1000)}`),
  ];
}

/** Each as often as it is there. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function describeObject(value: unknown): string {
  const { kind, metadata, ...rest } = objectSchema.parse(value);
  const { name, namespace = '-', ...others } = metadata;
  if (kind === 'Secret') return `${kind} ${namespace}/${name}`;
  return `${kind} ${namespace}/${name} ${sortedJson({ ...others, ...rest })}`;
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${sortedJson(value[key])}`);
  return `{${entries.join(',')}}`;
}
