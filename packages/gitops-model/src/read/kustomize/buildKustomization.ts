import type { Manifest } from '../manifests/Manifest';
import { readManifestFile } from '../manifests/readManifestFile';
import { joinPath } from '../joinPath';
import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { Built } from './Built';
import { EntryLines } from './EntryLines';
import type { Overlay } from './Overlay';
import { findKustomizationFile } from './findKustomizationFile';
import {
  type KustomizationFile,
  kustomizationSchema,
} from './kustomizationSchema';
import { readKustomization } from './readKustomization';
import { transformManifests } from './transformManifests';
import { withOverlay } from './withOverlay';

/**
 * What `kustomize build` would make of a directory, as far as names,
 * namespaces and images go. Remote resources are named and never fetched.
 */
export function buildKustomization(
  reading: Reading,
  directory: string,
  from: SourceRef,
  overlay?: Overlay,
): Built {
  return build(reading, { directory, from, overlay, open: [], input: [] });
}

/** The same for paths of this repository instead of a kustomization file. */
export function buildEntries(
  reading: Reading,
  {
    paths,
    ...step
  }: { paths: string[] } & Pick<Step, 'directory' | 'from' | 'overlay'>,
): Built {
  const kustomization = withOverlay(
    kustomizationSchema.parse({}),
    step.overlay,
  );
  return evaluate(reading, kustomization, {
    step: { ...step, open: [], input: [] },
    resources: paths.map(path => ({ path, from: step.from })),
    lineOf: () => step.from,
  });
}

interface Step {
  directory: string;
  from: SourceRef;
  overlay?: Overlay;
  /** Directories being built, to see cycles. */
  open: readonly string[];
  /** What a component changes. */
  input: Manifest[];
}

function build(reading: Reading, step: Step): Built {
  const { directory, from, open, input } = step;
  const refused: Built = {
    manifests: input,
    charts: [],
    values: [],
    buildable: false,
  };
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

  const entries = new EntryLines(file, reading.snapshot.readText(file) ?? '');
  const resources = [...kustomization.resources, ...kustomization.bases];
  return evaluate(reading, withOverlay(kustomization, step.overlay), {
    step,
    resources: resources.flatMap(entry => {
      const at = entries.of(entry);
      const path = localPath(reading, entry, directory, at);
      return path === undefined ? [] : [{ path, from: at }];
    }),
    lineOf: entry => entries.of(entry),
  });
}

function evaluate(
  reading: Reading,
  kustomization: KustomizationFile,
  {
    step,
    resources,
    lineOf,
  }: {
    step: Step;
    resources: { path: string; from: SourceRef }[];
    lineOf(entry: string): SourceRef;
  },
): Built {
  const { directory, open, input } = step;
  let buildable = true;
  let manifests = [...input];
  const charts: Built['charts'] = [];
  const values: Built['values'] = [];
  for (const { path, from } of resources) {
    const built = resource(reading, path, step, from);
    manifests.push(...built.manifests);
    charts.push(...built.charts);
    values.push(...built.values);
    buildable &&= built.buildable;
  }
  for (const entry of kustomization.components) {
    const at = lineOf(entry);
    const path = localPath(reading, entry, directory, at);
    if (path === undefined) continue;
    const built = build(reading, {
      directory: path,
      from: at,
      open: [...open, directory],
      input: manifests,
    });
    manifests = built.manifests;
    charts.push(...built.charts);
    values.push(...built.values);
    buildable &&= built.buildable;
  }
  return {
    charts,
    values,
    manifests: transformManifests(manifests, kustomization),
    buildable: noDuplicates(reading, manifests) && buildable,
  };
}

function resource(
  reading: Reading,
  path: string,
  { directory, open }: Step,
  from: SourceRef,
): Built {
  if (reading.isDirectory(path)) {
    return build(reading, {
      directory: path,
      from,
      open: [...open, directory],
      input: [],
    });
  }
  return { charts: [], values: [], ...readManifestFile(reading, path, from) };
}

/** Path of an entry in this repository; `undefined`, with a finding, where it lies elsewhere. */
function localPath(
  reading: Reading,
  entry: string,
  directory: string,
  from: SourceRef,
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
    from,
  );
  return undefined;
}

function isRemote(entry: string): boolean {
  return /^[a-z][a-z0-9+.]*:|^git@|^(github|gitlab)\.com\/|[?&]ref=|\.git\//.test(
    entry,
  );
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
