import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { Built } from './Built';
import { findKustomizationFile } from './findKustomizationFile';
import { finishBuild } from './finishBuild';
import { generateResources } from './generateResources';
import { kustomizationSchema } from './kustomizationSchema';
import type { Overlay } from './Overlay';
import { readConfigurations } from './readConfigurations';
import { readHelmCharts } from './readHelmCharts';
import { type ReadKustomization, readKustomization } from './readKustomization';
import { readResourceFile } from './readResources';
import { refuseDuplicates } from './refuseDuplicates';
import type { Resource } from './Resource';
import { type Gathered, Step } from './Step';
import { transformResources } from './transformResources';
import { withOverlay } from './withOverlay';

/**
 * What `kustomize build` makes of a directory, with `overlay` put on top as
 * the GitOps engine does. Remote resources are named and never fetched, charts
 * named and never rendered; what else is not evaluated is a finding. Where
 * kustomize would refuse, the rest is there all the same.
 */
export function buildKustomization(
  reading: Reading,
  directory: string,
  from: SourceRef,
  overlay?: Overlay,
): Built {
  return run(reading, directory, step => {
    const read = open(step, from);
    if (!read) return [];
    const place = { open: [directory], input: [] };
    return evaluate(step, withOverlay(read, overlay, from), place);
  });
}

/** The same for paths of this repository, in place of a kustomization file. */
export function buildEntries(
  reading: Reading,
  {
    directory,
    paths,
    from,
    overlay,
  }: {
    directory: string;
    paths: string[];
    from: SourceRef;
    overlay: Overlay | undefined;
  },
): Built {
  const read: ReadKustomization = {
    kustomization: kustomizationSchema.parse({}),
    lineOf: () => from,
    lineAt: () => undefined,
  };
  const entries = paths.map(path => ({ path, from }));
  return run(reading, directory, step =>
    evaluate(step, withOverlay(read, overlay, from), {
      open: [directory],
      input: [],
      entries,
    }),
  );
}

interface Place {
  /** Directories being built, outermost first. */
  open: readonly string[];
  /** What a component changes. */
  input: Resource[];
  /** In place of the `resources` of the file. */
  entries?: { path: string; from: SourceRef }[];
  /** Of the kustomizations around it. */
  namespace?: string;
}

function run(
  reading: Reading,
  directory: string,
  build: (step: Step) => Resource[],
): Built {
  const gathered: Gathered = {
    charts: [],
    values: [],
    backReferences: [],
    entered: 0,
    buildable: true,
  };
  const step = new Step(reading, directory, gathered);
  const manifests = finishBuild(step, build(step));
  const { charts, values, buildable } = gathered;
  return { manifests, charts, values, buildable };
}

function open(step: Step, from: SourceRef): ReadKustomization | undefined {
  const file = findKustomizationFile(step.reading, step.directory, from);
  const read = file && readKustomization(step.reading, file, from);
  if (read) return read;
  step.gathered.buildable = false;
  return undefined;
}

function evaluate(
  step: Step,
  read: ReadKustomization,
  place: Place,
): Resource[] {
  const { kustomization, lineOf } = read;
  const namespace = kustomization.namespace || place.namespace;
  const inner = { open: place.open, namespace };
  const entries = place.entries ?? resourcesOf(step, read);
  let resources = [...place.input];
  for (const { path, from } of entries) {
    resources.push(
      ...(step.reading.isDirectory(path)
        ? enter(step, path, from, 'Kustomization', { ...inner, input: [] })
        : readResourceFile(step, path, from)),
    );
  }
  refuseDuplicates(step, resources);
  step.gathered.backReferences.push(...readConfigurations(step, read));
  resources = generateResources(step, read, resources);
  readHelmCharts(step, read, namespace);
  kustomization.components.forEach((entry, index) => {
    const from = lineOf('components', index);
    const path = step.pathOf(entry, from);
    if (path === undefined) return;
    const part = { ...inner, input: resources };
    resources = enter(step, path, from, 'Component', part);
  });
  return transformResources(step, read, resources);
}

function resourcesOf(
  step: Step,
  { kustomization, lineOf }: ReadKustomization,
): { path: string; from: SourceRef }[] {
  return (['resources', 'bases'] as const).flatMap(field =>
    kustomization[field].flatMap((entry, index) => {
      const from = lineOf(field, index);
      const path = step.pathOf(entry, from);
      return path === undefined ? [] : [{ path, from }];
    }),
  );
}

/** Builds a directory within a build; its input as it was where that cannot be. */
function enter(
  outer: Step,
  directory: string,
  from: SourceRef,
  kind: 'Kustomization' | 'Component',
  place: Place,
): Resource[] {
  const circle = place.open.some(
    visited => visited === directory || visited.startsWith(`${directory}/`),
  );
  if (circle || directory === '') {
    outer.refuse(
      'cyclic-reference',
      `The kustomization in ${directory} includes itself.`,
      from,
      'Remove one of the references that form the circle.',
    );
    return place.input;
  }
  if (place.open.length >= readLimits.depth) {
    outer.refuse(
      'too-deep',
      `Kustomizations are nested more than ${readLimits.depth} deep.`,
      from,
    );
    return place.input;
  }
  outer.gathered.entered += 1;
  if (outer.gathered.entered > readLimits.kustomizations) {
    outer.refuse(
      'too-deep',
      `More than ${readLimits.kustomizations} kustomizations are built into one.`,
      from,
    );
    return place.input;
  }
  const step = new Step(outer.reading, directory, outer.gathered);
  const read = open(step, from);
  if (!read) return place.input;
  if ((read.kustomization.kind === 'Component') !== (kind === 'Component')) {
    outer.refuse(
      'invalid-manifest',
      kind === 'Component'
        ? `${directory} is no Component, and stands under components.`
        : `${directory} is a Component, and stands under resources.`,
      from,
      'Put it into the other list.',
    );
    return place.input;
  }
  return evaluate(step, read, {
    ...place,
    open: [...place.open, directory],
  });
}
