import { posix } from 'node:path';
import { coversFile } from './coversFile';
import { deployedPaths } from './deployedPaths';
import type { Detection, Root } from './Detection';
import type { EngineObject } from './EngineObject';

/** What Argo CD calls the cluster it runs on. */
export const argocdHome = 'in-cluster';

const scaffold =
  /(?:^|\/)(?:\.?archive|boilerplate|_*templates?|_*examples?|_*docs?)\//i;

/**
 * Files of the Applications and ApplicationSets that none of their kind
 * deploys: those somebody has to apply by hand.
 */
export function detectArgocdRoots(
  objects: readonly EngineObject[],
): Detection<{ roots: Root[] }> {
  const deployers = objects
    .filter(({ kind }) => kind === 'Application' || kind === 'ApplicationSet')
    .filter(({ file }) => !scaffold.test(file));
  if (deployers.length === 0) return { kind: 'absent' };
  const globs = deployers.map(object => ({
    file: object.file,
    paths: deployedPaths(object),
  }));
  const files = [...new Set(deployers.map(({ file }) => file))].sort();
  const tops = files.filter(
    file =>
      !globs.some(
        other =>
          other.file !== file &&
          other.paths.some(path => coversFile(path, file)),
      ),
  );
  if (tops.length === 0) {
    return {
      kind: 'ambiguous',
      reason:
        'Every Argo CD Application is deployed by another one, so that none of them is the first.',
      candidates: files,
    };
  }
  const directories = new Set(tops.map(file => posix.dirname(file)));
  const [directory] = directories;
  if (directories.size > 1) {
    return {
      kind: 'ambiguous',
      reason:
        'Argo CD Applications that no other one deploys lie in several directories.',
      candidates: tops,
    };
  }
  const isWhole = files.every(
    file => posix.dirname(file) !== directory || tops.includes(file),
  );
  const paths = tops.length > 1 && isWhole ? [directory] : tops;
  return {
    kind: 'detected',
    roots: paths.map(path => ({ cluster: argocdHome, path })),
    assumed: paths.map(
      path =>
        `Argo CD starts at ${path}, which no other Application deploys, on the cluster called ${argocdHome}.`,
    ),
  };
}
