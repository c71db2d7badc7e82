import { parseYaml } from '../documents/parseYaml';
import type { HelmValues } from '../helm/HelmValues';
import { setParameter } from '../helm/setParameter';
import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { ObjectLookup } from './ClusterObjects';
import type { HelmRelease } from './HelmRelease';
import type { Placed } from './Placed';

type ValuesReference = HelmRelease['spec']['valuesFrom'][number];

/**
 * The values of a HelmRelease: those of `valuesFrom` in their order, then its
 * own. False, with a finding, where some are no YAML. Secrets are not read.
 */
export function addValues(
  reading: Reading,
  objects: ObjectLookup,
  placed: Placed,
  {
    manifest,
    release: { spec },
    values,
  }: { manifest: Manifest; release: HelmRelease; values: HelmValues },
): boolean {
  const { document, namespace, source } = manifest;
  let complete = true;
  for (const reference of spec.valuesFrom) {
    const { kind, name, optional } = reference;
    const from =
      kind === 'ConfigMap' ? objects.getGenerated(namespace, name) : undefined;
    if (!from || 'sops' in from.value) {
      if (kind === 'Secret' || from || !optional) {
        reportUnread(reading, placed, manifest, `the ${kind} ${name}`);
      }
      continue;
    }
    const added = addReference(values, from, reference);
    if (added.state === 'added') continue;
    if (added.state === 'not-plain') {
      const path = `the ConfigMap ${name} by the path ${reference.targetPath}`;
      reportUnread(reading, placed, manifest, path);
      continue;
    }
    complete = false;
    reading.report(
      {
        code: 'unreadable-file',
        severity: 'error',
        message: `The Helm values of ${manifest.name} in the ConfigMap ${name} are not valid YAML: ${added.problem}.`,
        fix: 'Correct the values.',
        cluster: placed.cluster,
        app: placed.app,
      },
      from.source,
    );
  }
  if (spec.values) {
    values.add(spec.values, mapping => ({
      file: source.file,
      line: document.lines.get(mapping) ?? source.line,
    }));
  }
  return complete;
}

type Added =
  | { state: 'added' }
  /** The path asks for more than names and indexes. */
  | { state: 'not-plain' }
  | { state: 'invalid'; problem: string };

function addReference(
  values: HelmValues,
  from: Manifest,
  { valuesKey, targetPath }: ValuesReference,
): Added {
  const { data } = from.value;
  const key = valuesKey ?? 'values.yaml';
  const text = isRecord(data) ? data[key] : undefined;
  if (!isRecord(data) || typeof text !== 'string') return { state: 'added' };
  if (targetPath) {
    const changed = setParameter(values.value, {
      name: targetPath,
      value: text,
    });
    if (!changed) return { state: 'not-plain' };
    values.add(changed, mapping => values.sourceOf(mapping) ?? from.source);
    return { state: 'added' };
  }
  const generated = from.dataSources?.[key];
  const start = generated?.line ?? from.document.textLines.get(data)?.[key];
  const { file } = generated ?? from.source;
  const { documents, problems } = parseYaml(text);
  for (const { value, lines } of documents) {
    if (!isRecord(value)) continue;
    values.add(value, (mapping): SourceRef => {
      if (start === undefined) return from.source;
      return { file, line: start + (lines.get(mapping) ?? 1) - 1 };
    });
  }
  return problems.length > 0
    ? { state: 'invalid', problem: problems[0].message }
    : { state: 'added' };
}

function reportUnread(
  reading: Reading,
  { cluster, app }: Placed,
  { name, source }: Manifest,
  from: string,
): void {
  reading.report(
    {
      code: 'not-evaluated',
      severity: 'info',
      message: `The HelmRelease ${name} takes values from ${from}, which the portal does not read; they are not shown.`,
      cluster,
      app,
    },
    source,
  );
}
