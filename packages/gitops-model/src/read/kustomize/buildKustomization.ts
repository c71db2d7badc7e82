import type { Manifest } from '../manifests/Manifest';
import { readManifestFile } from '../manifests/readManifestFile';
import { isRecord } from '../isRecord';
import { joinPath } from '../joinPath';
import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import { findKustomizationFile } from './findKustomizationFile';
import {
  type KustomizationFile,
  kustomizationSchema,
  unevaluatedFields,
} from './kustomizationSchema';
import { transformManifests } from './transformManifests';

export interface Built {
  manifests: Manifest[];
  /** False where the engine would refuse; a finding says why. */
  buildable: boolean;
}

/**
 * What `kustomize build` would make of a directory, as far as names,
 * namespaces and images go. Remote resources are named and never fetched.
 */
export function buildKustomization(
  reading: Reading,
  directory: string,
  from: SourceRef,
): Built {
  return build(reading, { directory, from, open: [], input: [] });
}

interface Step {
  directory: string;
  from: SourceRef;
  /** Directories being built, to see cycles. */
  open: readonly string[];
  /** What a component changes. */
  input: Manifest[];
}

function build(reading: Reading, step: Step): Built {
  const { directory, from, open, input } = step;
  const refused: Built = { manifests: input, buildable: false };
  if (open.includes(directory)) {
    reading.report(
      {
        code: 'cyclic-reference',
        severity: 'error',
        message: `The kustomization in ${directory} includes itself.`,
        fix: 'Remove one of the references that form the circle.',
      },
      from,
    );
    return refused;
  }
  if (open.length >= readLimits.depth) {
    reading.report(
      {
        code: 'too-deep',
        severity: 'error',
        message: `Kustomizations are nested more than ${readLimits.depth} deep.`,
      },
      from,
    );
    return refused;
  }
  const file = findKustomizationFile(reading, directory, from);
  const kustomization = file && readKustomization(reading, file, from);
  if (!kustomization) return refused;

  let buildable = true;
  let manifests = input;
  for (const entry of [...kustomization.resources, ...kustomization.bases]) {
    const built = resource(reading, entry, step, file);
    manifests = [...manifests, ...built.manifests];
    buildable &&= built.buildable;
  }
  for (const entry of kustomization.components) {
    const path = localPath(reading, entry, directory, file);
    if (path === undefined) continue;
    const built = build(reading, {
      directory: path,
      from: { file, line: lineOf(reading, file, entry) },
      open: [...open, directory],
      input: manifests,
    });
    manifests = built.manifests;
    buildable &&= built.buildable;
  }
  return {
    manifests: transformManifests(manifests, kustomization),
    buildable: noDuplicates(reading, manifests) && buildable,
  };
}

function readKustomization(
  reading: Reading,
  file: string,
  from: SourceRef,
): KustomizationFile | undefined {
  const { documents, complete } = reading.readYaml(file, from);
  if (!complete) return undefined;
  const [document] = documents;
  const parsed = kustomizationSchema.safeParse(document?.value ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The kustomization is not valid: ${issue.path.join('.')}: ${issue.message}.`,
        fix: 'Correct the field.',
      },
      { file, line: document?.line ?? 1 },
    );
    return undefined;
  }
  const unevaluated = unevaluatedFields.filter(
    field => parsed.data[field] !== undefined,
  );
  if (unevaluated.length > 0) {
    reading.report(
      {
        code: 'not-evaluated',
        severity: 'info',
        message: `This kustomization uses ${unevaluated.join(', ')}, which the portal does not evaluate: what is shown of it may differ from what is applied.`,
      },
      { file, line: document?.line ?? 1 },
    );
  }
  if (hasSecretLiterals(parsed.data.secretGenerator)) {
    reading.report(
      {
        code: 'plain-secret',
        severity: 'warning',
        message: 'This kustomization holds values of a Secret as literals.',
        fix: 'Keep the values in the secret store and refer to them by an ExternalSecret.',
      },
      { file, line: document?.line ?? 1 },
    );
  }
  return parsed.data;
}

function hasSecretLiterals(generators: unknown): boolean {
  return (
    Array.isArray(generators) &&
    generators.some(
      generator =>
        isRecord(generator) &&
        Array.isArray(generator.literals) &&
        generator.literals.length > 0,
    )
  );
}

function resource(
  reading: Reading,
  entry: string,
  { directory, open }: Step,
  file: string,
): Built {
  const from = { file, line: lineOf(reading, file, entry) };
  const path = localPath(reading, entry, directory, file);
  if (path === undefined) return { manifests: [], buildable: true };
  if (reading.isDirectory(path)) {
    return build(reading, {
      directory: path,
      from,
      open: [...open, directory],
      input: [],
    });
  }
  return readManifestFile(reading, path, from);
}

/** Path of an entry in this repository; `undefined`, with a finding, where it lies elsewhere. */
function localPath(
  reading: Reading,
  entry: string,
  directory: string,
  file: string,
): string | undefined {
  const path = joinPath(directory, entry);
  if (
    path !== undefined &&
    (reading.isFile(path) || reading.isDirectory(path) || !isRemote(entry))
  ) {
    return path;
  }
  reading.report(
    {
      code: 'remote-resource',
      severity: 'info',
      message: `The resource ${entry} lies outside this repository; the portal does not fetch it.`,
    },
    { file, line: lineOf(reading, file, entry) },
  );
  return undefined;
}

function isRemote(entry: string): boolean {
  return /^[a-z][a-z0-9+.]*:|^git@|^(github|gitlab)\.com\/|[?&]ref=|\.git\//.test(
    entry,
  );
}

/** Line of a list entry in a kustomization; 1 where it is not found as written. */
function lineOf(reading: Reading, file: string, entry: string): number {
  const lines = reading.snapshot.readText(file)?.split('\n') ?? [];
  const index = lines.findIndex(
    line =>
      line.trimStart().startsWith('-') &&
      line.replace(/^[\s-]+|["']|\s+#.*$/g, '').trim() === entry,
  );
  return index + 1 || 1;
}

function noDuplicates(reading: Reading, manifests: Manifest[]): boolean {
  const seen = new Map<string, Manifest>();
  let unique = true;
  for (const manifest of manifests) {
    const { group, kind, namespace = '', name, source } = manifest;
    const id = [group, kind, namespace, name].join('/');
    const other = seen.get(id);
    if (other) {
      unique = false;
      reading.report(
        {
          code: 'duplicate-resource',
          severity: 'error',
          message: `${kind} ${name} is there twice, also in ${other.source.file} line ${other.source.line}; kustomize refuses that.`,
          fix: 'Remove one of the two.',
        },
        source,
      );
    }
    seen.set(id, manifest);
  }
  return unique;
}
