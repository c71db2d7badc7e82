import { joinPath } from '../joinPath';
import { findKustomizationFile } from '../kustomize/findKustomizationFile';
import { isKustomizeDirectory } from '../kustomize/findKustomizationFile';
import type { Manifest } from '../manifests/Manifest';
import type { ClusterWalk } from './ClusterWalk';
import type { FluxReading } from './FluxReading';
import { isKustomization, kustomizationSchema } from './Kustomization';
import { buildDirectory } from './renderKustomization';
import { bootstrapName } from './resolveSource';

/**
 * Walks from the path that a cluster's first Kustomization reconciles. That
 * Kustomization mostly lies below its own path, written by `flux bootstrap`;
 * where it does not, one is assumed under the name it would have.
 */
export function enterRoot(
  flux: FluxReading,
  walk: ClusterWalk,
  { cluster, path }: { cluster: string; path: string },
): void {
  const { reading } = flux;
  const directory = joinPath('', path) ?? path;
  const from = { file: path, line: 1 };
  if (!reading.isDirectory(directory)) {
    reading.report(
      {
        code: 'missing-file',
        severity: 'error',
        message: `The root of ${cluster} is ${path}, and there is no such directory.`,
        fix: 'Correct the root in the profile.',
        cluster,
      },
      from,
    );
    return;
  }
  const built = buildDirectory(flux, directory, from);
  walk.objects.add(built.manifests);
  const first = built.manifests.find(manifest =>
    reconciles(manifest, directory),
  );
  if (first) {
    walk.enter(first);
    return;
  }
  const file = isKustomizeDirectory(reading, directory)
    ? findKustomizationFile(reading, directory, from)
    : built.manifests[0]?.source.file;
  walk.enterRoot({
    ...built,
    placed: {
      name: bootstrapName,
      namespace: bootstrapName,
      cluster,
      app: bootstrapName,
      source: file === undefined ? from : { file, line: 1 },
    },
    path: directory,
    wired: true,
  });
}

function reconciles(manifest: Manifest, directory: string): boolean {
  if (!isKustomization(manifest)) return false;
  const parsed = kustomizationSchema.safeParse(manifest.value);
  return (
    parsed.success && joinPath('', parsed.data.spec.path ?? '') === directory
  );
}
