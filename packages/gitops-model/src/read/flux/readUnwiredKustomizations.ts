import { appNameOf } from '../appNameOf';
import { parseManifest } from '../collect/parseManifest';
import { readUnwired } from '../collect/readUnwired';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { ClusterObjects } from './ClusterObjects';
import { isKustomization, kustomizationSchema } from './Kustomization';
import { renderKustomization } from './renderKustomization';
import { toRenderedUnit } from './toRenderedUnit';

/**
 * Kustomizations in files that no root includes, each built on its own and
 * without variables. What is below a root's path counts as that cluster's, the
 * rest as the first cluster's.
 */
export function readUnwiredKustomizations(
  reading: Reading,
  wired: readonly RenderedUnit[],
): RenderedUnit[] {
  const reached = new Set(reading.reached);
  const declared = readUnwired(reading, wired, ['Kustomization']).filter(
    isKustomization,
  );
  const units = declared.flatMap(manifest => {
    const { name, namespace, source } = manifest;
    const cluster = clusterOf(reading, source.file);
    reading.report(
      {
        code: 'not-wired',
        severity: 'warning',
        message: `The Kustomization ${name} is in a file that no root includes, so that it is not deployed.`,
        fix: 'List the file where its siblings are listed, or remove it.',
        cluster,
      },
      source,
    );
    const kustomization = parseManifest(reading, kustomizationSchema, manifest);
    if (!kustomization) return [];
    const app = appNameOf(reading.profile, kustomization.metadata.labels, name);
    const objects = new ClusterObjects();
    const rendered = renderKustomization(
      reading,
      objects,
      { name, namespace, cluster, app, source },
      { ...kustomization, spec: { ...kustomization.spec, postBuild: null } },
    );
    objects.add(rendered.manifests);
    return [toRenderedUnit(reading, objects, { ...rendered, wired: false })];
  });
  // To be built by a unit that is not deployed does not make a file deployed.
  for (const file of reading.reached) {
    if (!reached.has(file)) reading.reached.delete(file);
  }
  return units;
}

function clusterOf({ profile: { roots } }: Reading, file: string): string {
  const above = roots.find(({ path }) => file.startsWith(`${path}/`));
  return (above ?? roots[0]).cluster;
}
