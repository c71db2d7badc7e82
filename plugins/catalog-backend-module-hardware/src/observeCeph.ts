import { buildCephCluster } from './entities/buildCephCluster';
import type { ObservedResource } from './entities/toResource';
import type { ObservationSource } from './ObservationSource';
import { readCephClusters } from './read/readCephClusters';
import { readVolumes } from './read/readVolumes';

/** The Ceph clusters that a Kubernetes cluster runs or uses. */
export function observeCeph({
  reader,
  declared,
  ...cluster
}: ObservationSource): () => Promise<ObservedResource[]> {
  return async () => {
    const found = await readCephClusters(reader, cluster);
    if (found.length === 0) return [];
    const volumes = await readVolumes(reader, cluster);
    return found.flatMap(ceph => buildCephCluster(ceph, volumes, declared));
  };
}
