import { mostFrequent } from '../../edit/mostFrequent';
import { collectImages } from '../collect/collectImages';
import { isWorkload } from '../collect/isWorkload';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { ClusterObjects, ObjectLookup } from './ClusterObjects';
import type { FluxReading } from './FluxReading';
import { withoutValues } from './HelmRelease';
import { isKustomization } from './Kustomization';
import { readReleases } from './readReleases';
import type { Rendering } from './Rendering';
import { SeenObjects } from './SeenObjects';

/** A deployment unit, once all objects of its cluster are known. */
export function toRenderedUnit(
  { reading, memos }: FluxReading,
  objects: ClusterObjects,
  rendering: Rendering,
): RenderedUnit {
  const { cluster, namespace, name } = rendering.placed;
  const key = [cluster, namespace, name, rendering.wired].join('/');
  const seen = new SeenObjects(objects);
  const input = { rendering, objects: seen };
  const unit = reading.remember(memos.units, key, input, () =>
    render(reading, seen, rendering),
  );
  seen.close();
  return unit;
}

function render(
  reading: Reading,
  objects: ObjectLookup,
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
      namespace:
        spec?.targetNamespace ??
        mostFrequent(manifests.flatMap(manifest => manifest.namespace || [])),
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
      healthChecks: (spec?.healthChecks ?? []).map(
        ({ kind, name, namespace: other }) => ({
          kind,
          name,
          namespace: other ?? undefined,
        }),
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
