import { posix } from 'node:path';
import { z } from 'zod';
import type { Detection, Root } from './Detection';
import type { EngineObject } from './EngineObject';
import { isBelow, normalizePath } from './normalizePath';

const kustomizationSpec = z.object({ path: z.string() });
const instanceSpec = z.object({ sync: z.object({ path: z.string() }) });

/**
 * The path that each cluster's Flux was bootstrapped with: of a FluxInstance,
 * of the Kustomization `flux-system`, or of one in a `gotk-sync.yaml`.
 */
export function detectFluxRoots(
  objects: readonly EngineObject[],
): Detection<{ roots: Root[] }> {
  const kustomizations = objects.filter(({ kind }) => kind === 'Kustomization');
  const found = new Map<string, EngineObject>();
  for (const object of objects) {
    const path = entryPath(object);
    if (path !== undefined) found.set(normalizePath(path), object);
  }
  if (found.size === 0) {
    return startAtTop(kustomizations);
  }
  const roots = [...found.keys()].map(path => ({
    cluster: posix.basename(path),
    path,
  }));
  if (new Set(roots.map(({ cluster }) => cluster)).size < roots.length) {
    return {
      kind: 'ambiguous',
      reason: 'Several clusters start at directories of the same name.',
      candidates: roots.map(({ path }) => path),
    };
  }
  return {
    kind: 'detected',
    roots,
    assumed: [...found].map(
      ([path, { file }]) =>
        `The cluster ${posix.basename(path)} starts at ${path}, as ${file} says.`,
    ),
  };
}

function entryPath({
  kind,
  name,
  file,
  spec,
}: EngineObject): string | undefined {
  if (kind === 'FluxInstance') {
    return instanceSpec.safeParse(spec).data?.sync.path;
  }
  const isEntry =
    kind === 'Kustomization' &&
    (name === 'flux-system' || posix.basename(file) === 'gotk-sync.yaml');
  return isEntry ? kustomizationSpec.safeParse(spec).data?.path : undefined;
}

/** Without a document that says so, only one directory that no Kustomization deploys is sure to be the start. */
function startAtTop(
  kustomizations: readonly EngineObject[],
): Detection<{ roots: Root[] }> {
  if (kustomizations.length === 0) return { kind: 'absent' };
  const candidates = topDirectories(kustomizations);
  const [path] = candidates;
  if (candidates.length === 1) {
    const cluster = posix.basename(path);
    return {
      kind: 'detected',
      roots: [{ cluster, path }],
      assumed: [
        `The cluster ${cluster} starts at ${path}, the only directory of Flux Kustomizations that no other one deploys.`,
      ],
    };
  }
  return {
    kind: 'ambiguous',
    reason:
      'The repository holds Flux Kustomizations, but neither a gotk-sync.yaml nor a FluxInstance that says where a cluster starts.',
    candidates,
  };
}

/** Directories of Kustomizations that no other one's path covers. */
function topDirectories(kustomizations: readonly EngineObject[]): string[] {
  const paths = kustomizations.flatMap(({ spec }) => {
    const path = kustomizationSpec.safeParse(spec).data?.path;
    return path === undefined ? [] : [normalizePath(path)];
  });
  const directories = kustomizations
    .filter(({ file }) => !paths.some(path => isBelow(file, path)))
    .map(({ file }) => posix.dirname(file));
  return [...new Set(directories)].sort();
}
