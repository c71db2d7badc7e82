import { buildKustomization } from '../kustomize/buildKustomization';
import { isKustomizeDirectory } from '../kustomize/findKustomizationFile';
import type { Manifest } from '../manifests/Manifest';
import { readManifestFile } from '../manifests/readManifestFile';
import { matchesGlob } from '../matchesGlob';
import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { applicationSchema } from './Application';
import { declaredManifests } from './declaredManifests';
import { expandApplicationSet } from './expandApplicationSet';
import { isApplication, isApplicationSet, isUnitObject } from './isUnitObject';
import type { Place } from './Place';
import { renderApplication } from './renderApplication';
import { reportFinalizers } from './reportFinalizers';
import { reportSecond } from './reportSecond';

/**
 * Every Application the roots reach, also those that ApplicationSets generate,
 * and Applications in files that no root reaches.
 */
export function walkApplications(reading: Reading): RenderedUnit[] {
  const units = new Map<string, RenderedUnit>();
  for (const { cluster, path } of reading.profile.roots) {
    visitAll(reading, units, rootManifests(reading, path), {
      home: cluster,
      wired: true,
      depth: 0,
    });
  }
  const [{ cluster: home }] = reading.profile.roots;
  for (const manifest of declaredManifests(reading).filter(isUnitObject)) {
    const { kind, name, source } = manifest;
    reading.report(
      {
        code: 'not-wired',
        severity: 'warning',
        message: `The ${kind} ${name} is in a file that no root includes, so that it is not deployed.`,
        fix: 'List the file where its siblings are listed, or remove it.',
      },
      source,
    );
    if (isApplication(manifest)) {
      visit(reading, units, manifest, { home, wired: false, depth: 0 });
    }
  }
  return [...units.values()];
}

/** What is applied by hand: a file, a kustomization, or every file right in a directory. */
function rootManifests(reading: Reading, path: string): Manifest[] {
  const from = { file: path, line: 1 };
  if (!reading.isDirectory(path)) {
    return readManifestFile(reading, path, from).manifests;
  }
  if (isKustomizeDirectory(reading, path)) {
    return buildKustomization(reading, path, from).manifests;
  }
  const { exclude } = reading.profile;
  return reading
    .list(path)
    .filter(
      file =>
        reading.isFile(file) &&
        /\.(ya?ml|json)$/.test(file) &&
        !exclude.some(glob => matchesGlob(glob, file)),
    )
    .flatMap(file => readManifestFile(reading, file, from).manifests);
}

/** Visits the Applications among objects, written and generated ones; sets that no root reaches generate nothing. */
function visitAll(
  reading: Reading,
  units: Map<string, RenderedUnit>,
  manifests: readonly Manifest[],
  place: Place,
): void {
  for (const manifest of manifests) {
    if (isApplication(manifest)) {
      visit(reading, units, manifest, place);
    } else if (isApplicationSet(manifest) && place.wired) {
      const generatedBy = manifest.name;
      for (const generated of expandApplicationSet(reading, manifest)) {
        const { directory } = generated;
        visit(reading, units, generated.manifest, {
          ...place,
          generatedBy,
          directory,
        });
      }
    }
  }
}

/** Renders an Application into `units`, and every Application it deploys. */
function visit(
  reading: Reading,
  units: Map<string, RenderedUnit>,
  manifest: Manifest,
  place: Place,
): void {
  const parsed = applicationSchema.safeParse(manifest.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The Application ${manifest.name} is not valid: ${issue.path.join('.')}: ${issue.message}.`,
        fix: 'Correct the field.',
      },
      manifest.source,
    );
    return;
  }
  const namespace = manifest.namespace ?? place.namespace ?? '';
  const key = `${place.home}/${namespace}/${manifest.name}`;
  const known = units.get(key);
  if (known) {
    reportSecond(reading, known.unit, manifest, place);
    return;
  }
  if (place.depth >= readLimits.depth) {
    reading.report(
      {
        code: 'too-deep',
        severity: 'error',
        message: `Applications are nested more than ${readLimits.depth} deep.`,
      },
      manifest.source,
    );
    return;
  }
  reportFinalizers(reading, manifest, parsed.data);
  const rendered = renderApplication(reading, manifest, parsed.data, place);
  units.set(key, rendered);
  visitAll(reading, units, rendered.manifests, {
    home: place.home,
    wired: place.wired,
    depth: place.depth + 1,
    parent: manifest.name,
    namespace: rendered.unit.namespace,
  });
}
