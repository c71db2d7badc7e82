import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import { findResourceType } from '../kubernetes/resourceTypes';
import { renderChart } from '../render/renderChart';
import { RenderError } from '../render/RenderError';
import { applyAll, type FluxContext } from './FluxContext';

/** Writes the stand-in for the chart; a sentence where that does not work. */
export function installRelease(
  context: FluxContext,
  object: KubernetesObject,
  release: {
    name: string;
    namespace: string;
    chart: string;
    version: string;
    values: unknown;
  },
): string | undefined {
  const { labels = {} } = object.metadata;
  try {
    const manifests = renderChart({
      ...release,
      labels: {
        'helm.toolkit.fluxcd.io/name': object.metadata.name,
        'helm.toolkit.fluxcd.io/namespace': object.metadata.namespace ?? '',
        ...(labels['backstage.io/kubernetes-id'] !== undefined && {
          'backstage.io/kubernetes-id': labels['backstage.io/kubernetes-id'],
        }),
      },
      registry: 'ghcr.io/charts',
    }).map(manifest => withNamespace(manifest, release.namespace));
    return applyAll(context, object, manifests);
  } catch (error) {
    if (error instanceof RenderError) {
      return error.message;
    }
    throw error;
  }
}

function withNamespace(manifest: Manifest, namespace: string): Manifest {
  return findResourceType(manifest)?.namespaced
    ? { ...manifest, metadata: { ...manifest.metadata, namespace } }
    : manifest;
}
