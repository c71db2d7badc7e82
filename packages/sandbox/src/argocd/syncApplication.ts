import type { Cluster } from '../kubernetes/Cluster';
import type { Manifest } from '../kubernetes/KubernetesObject';
import type { Application } from './Application';
import { type SyncOperation, toObjectKey } from './ApplicationState';

/** Kinds that others need come first. */
const kindOrder = ['Namespace', 'StorageClass', 'ServiceAccount', 'ConfigMap'];

/** Writes an application to the cluster and removes what it no longer has. */
export function syncApplication(
  cluster: Cluster,
  sync: {
    application: Application;
    before: Manifest[];
    after: Manifest[];
    /** Whether a chart is among the sources; it would bring its namespace along. */
    hasChart: boolean;
  },
): SyncOperation['resources'] {
  const { application, before, after } = sync;
  if (application.createsNamespace || sync.hasChart) {
    cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: application.destinationNamespace },
    });
  }
  const applied = [...after]
    .sort((left, right) => toOrder(left) - toOrder(right))
    .map(manifest => {
      const outcome = cluster.apply(manifest);
      return outcome.outcome === 'applied'
        ? {
            manifest,
            status: 'Synced' as const,
            message: `${manifest.kind.toLowerCase()}/${manifest.metadata.name} configured`,
          }
        : {
            manifest,
            status: 'SyncFailed' as const,
            message: outcome.message,
          };
    });
  const kept = new Set(after.map(toObjectKey));
  const superfluous = application.prunes
    ? before.filter(manifest => !kept.has(toObjectKey(manifest)))
    : [];
  superfluous.forEach(manifest => cluster.remove(manifest));
  return [
    ...applied,
    ...superfluous.map(manifest => ({
      manifest,
      status: 'Pruned' as const,
      message: 'pruned',
    })),
  ];
}

function toOrder(manifest: Manifest): number {
  const index = kindOrder.indexOf(manifest.kind);
  return index === -1 ? kindOrder.length : index;
}
