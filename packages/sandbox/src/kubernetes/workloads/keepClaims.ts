import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import type { PodTemplate, WorkloadSpec } from './workload';

const claimType = requireResourceType('v1', 'PersistentVolumeClaim');

/** The pods of a StatefulSet; makes the claims of its templates that are not there yet, which outlive it. */
export function keepClaims(
  store: ObjectStore,
  owner: KubernetesObject,
  { replicas, template, volumeClaimTemplates }: WorkloadSpec,
): { name: string; template: PodTemplate; labels: Record<string, string> }[] {
  const { namespace } = owner.metadata;
  return Array.from({ length: replicas }, (_, index) => {
    const name = `${owner.metadata.name}-${index}`;
    const claims = volumeClaimTemplates.map(({ metadata, ...claim }) => ({
      volume: metadata.name,
      claimName: `${metadata.name}-${name}`,
      metadata,
      claim,
    }));
    for (const { claimName, metadata, claim } of claims) {
      if (!store.get(claimType, namespace, claimName)) {
        store.put({
          ...claim,
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: {
            ...metadata,
            name: claimName,
            namespace,
            labels: template.metadata.labels,
          },
          status: { phase: 'Pending' },
        });
      }
    }
    return {
      name,
      labels: {
        'apps.kubernetes.io/pod-index': String(index),
        'statefulset.kubernetes.io/pod-name': name,
      },
      template: {
        ...template,
        spec: {
          ...template.spec,
          volumes: [
            ...(template.spec.volumes ?? []),
            ...claims.map(({ volume, claimName }) => ({
              name: volume,
              persistentVolumeClaim: { claimName },
            })),
          ],
        },
      },
    };
  });
}
