import { ServiceUnavailableError } from '@backstage/errors';
import { buildOsds } from './entities/buildOsds';
import type { ObservedResource } from './entities/toResource';
import type { ObservationSource } from './ObservationSource';
import { readCephClusters } from './read/readCephClusters';
import { readOsds } from './read/readOsds';

/** The OSDs of the Ceph clusters that run on a Kubernetes cluster. */
export function observeOsds({
  reader,
  declared,
  ...cluster
}: ObservationSource): () => Promise<ObservedResource[]> {
  return async () => {
    const found = await readCephClusters(reader, cluster);
    const own = found.filter(({ external }) => !external);
    const built = await Promise.all(
      own.map(async ceph => {
        const { osds, chains } = await readOsds(reader, ceph);
        if (!osds) {
          throw new ServiceUnavailableError(
            `Nobody tells the OSDs of ${ceph.name} on ${ceph.cluster} right now`,
          );
        }
        return buildOsds(osds, ceph, chains, declared);
      }),
    );
    return built.flat();
  };
}
