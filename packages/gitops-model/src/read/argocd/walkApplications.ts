import { buildKustomization } from '../kustomize/buildKustomization';
import { isKustomizeDirectory } from '../kustomize/findKustomizationFile';
import type { Manifest } from '../manifests/Manifest';
import { readManifestFile } from '../manifests/readManifestFile';
import { matchesGlob } from '../matchesGlob';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { ApplicationMemos } from './ApplicationMemos';
import { ApplicationWalk } from './ApplicationWalk';
import { declaredManifests } from './declaredManifests';
import { isUnitObject } from './isUnitObject';

/**
 * Every Application the roots reach, also those that ApplicationSets generate,
 * and Applications in files that no root reaches.
 */
export function walkApplications(
  reading: Reading,
  memos: ApplicationMemos,
): RenderedUnit[] {
  const walk = new ApplicationWalk(reading, memos);
  const { roots } = reading.profile;
  for (const { cluster: home, path } of roots) {
    const manifests = reading.remember(memos.roots, path, undefined, () =>
      rootManifests(reading, path),
    );
    walk.visitAll(manifests, { home, wired: true, depth: 0 });
  }
  const declared = declaredManifests(reading, memos.declared).filter(
    isUnitObject,
  );
  for (const { kind, name, source } of declared) {
    reading.report(
      {
        code: 'not-wired',
        severity: 'warning',
        message: `The ${kind} ${name} is in a file that no root includes, so that it is not deployed.`,
        fix: 'List the file where its siblings are listed, or remove it.',
      },
      source,
    );
  }
  const [{ cluster: home }] = roots;
  walk.visitAll(declared, { home, wired: false, depth: 0 });
  return walk.units;
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
