import type { Cluster } from '../kubernetes/Cluster';
import type { Manifest } from '../kubernetes/KubernetesObject';
import { sortForApply } from '../kubernetes/sortForApply';
import type { Application } from './Application';
import { toObjectKey } from '../kubernetes/KubernetesObject';
import { type SyncOperation } from './ApplicationState';

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
  const applied = sortForApply(after).map(manifest => {
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
