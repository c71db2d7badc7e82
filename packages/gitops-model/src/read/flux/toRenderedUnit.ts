import { collectImages } from '../collect/collectImages';
import { isWorkload } from '../collect/isWorkload';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { ClusterObjects } from './ClusterObjects';
import { withoutValues } from './HelmRelease';
import { isKustomization } from './Kustomization';
import { readReleases } from './readReleases';
import type { Rendering } from './Rendering';

/** A deployment unit, once all objects of its cluster are known. */
export function toRenderedUnit(
  reading: Reading,
  objects: ClusterObjects,
  rendering: Rendering,
): RenderedUnit {
  const { placed, kustomization, path } = rendering;
  const releases = readReleases(reading, objects, rendering);
  const manifests = [...rendering.manifests, ...releases.manifests];
  const charts = [...rendering.charts, ...releases.charts];
  const values = [...rendering.values, ...releases.values];
  const { metadata, spec } = kustomization ?? {};
  return {
    unit: {
      engine: 'flux',
      name: placed.name,
      objectNamespace: placed.namespace,
      app: placed.app,
      cluster: placed.cluster,
      namespace: spec?.targetNamespace ?? mostFrequentNamespace(manifests),
      paths: path === undefined ? [] : [path],
      charts,
      images: collectImages(manifests, values),
      wired: rendering.wired,
      buildable: rendering.buildable && releases.complete,
      orchestrator:
        manifests.some(isKustomization) && !manifests.some(isWorkload),
      parent: rendering.parent,
      dependsOn: (spec?.dependsOn ?? []).map(({ name, namespace }) =>
        [namespace ?? placed.namespace ?? 'default', name].join('/'),
      ),
      suspended: spec?.suspend ?? false,
      labels: metadata?.labels ?? {},
      source: placed.source,
    },
    annotations: metadata?.annotations ?? {},
    manifests: manifests.map(withoutValues),
    values,
  };
}

function mostFrequentNamespace(
  manifests: readonly Manifest[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const { namespace } of manifests) {
    if (namespace) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
