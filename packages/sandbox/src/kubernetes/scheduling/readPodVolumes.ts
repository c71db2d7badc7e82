import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { type Claim, readClaim } from '../storage/Claim';
import { readStorageClass } from '../storage/StorageClass';
import { readVolumeTerms } from '../storage/readVolumeTerms';
import { readPodSpec } from '../workloads/readPodSpec';
import type { NodeSelectorTerm } from '../workloads/workload';

/** What the volumes of a pod mean for its node. */
export interface PodVolumes {
  /** Why it can be nowhere. */
  problem?: string;
  /** Of each volume that is on some nodes only: the node has to match one term. */
  nodeTerms: NodeSelectorTerm[][];
  /** Claims whose volumes are made once a node is chosen. */
  unbound: Claim[];
}

const claimType = requireResourceType('v1', 'PersistentVolumeClaim');
const volumeType = requireResourceType('v1', 'PersistentVolume');
const classType = requireResourceType('storage.k8s.io/v1', 'StorageClass');

/** Names of the claims that a pod mounts. */
export function listClaimNames(pod: KubernetesObject): string[] {
  return (readPodSpec(pod)?.volumes ?? []).flatMap(
    ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
  );
}

export function readPodVolumes(
  store: ObjectStore,
  pod: KubernetesObject,
): PodVolumes {
  const volumes: PodVolumes = { nodeTerms: [], unbound: [] };
  for (const name of listClaimNames(pod)) {
    const object = store.get(claimType, pod.metadata.namespace, name);
    const claim = object && readClaim(object);
    if (!claim) {
      return {
        ...volumes,
        problem: `persistentvolumeclaim "${name}" not found`,
      };
    }
    const volume =
      claim.isBound && claim.volumeName !== undefined
        ? store.get(volumeType, undefined, claim.volumeName)
        : undefined;
    if (volume) {
      const terms = readVolumeTerms(volume);
      volumes.nodeTerms.push(...(terms ? [terms] : []));
    } else if (isLate(store, claim)) {
      volumes.unbound.push(claim);
    } else {
      return {
        ...volumes,
        problem: 'pod has unbound immediate PersistentVolumeClaims',
      };
    }
  }
  return volumes;
}

function isLate(store: ObjectStore, { className }: Claim): boolean {
  const object =
    className === undefined
      ? undefined
      : store.get(classType, undefined, className);
  return (
    object !== undefined &&
    readStorageClass(object)?.volumeBindingMode === 'WaitForFirstConsumer'
  );
}
