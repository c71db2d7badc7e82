import { NotFoundError } from '@backstage/errors';
import type { CephReading } from '../ceph/CephReading';
import type { ClusterStorage } from './ClusterStorage';

export interface StorageFilter {
  platform?: string;
  cluster?: string;
}

/** The storage of all clusters, from memory. */
export class Storage {
  readonly #clusters: readonly ClusterStorage[];

  constructor(clusters: readonly ClusterStorage[]) {
    this.#clusters = clusters;
  }

  find({ platform, cluster }: StorageFilter): ClusterStorage[] {
    return this.#clusters.filter(
      storage =>
        (platform === undefined || storage.cluster.platform === platform) &&
        (cluster === undefined || storage.cluster.cluster === cluster),
    );
  }

  /** Throws `NotFoundError` for a cluster that is not read. */
  get(platform: string, cluster: string): ClusterStorage {
    const found = this.find({ platform, cluster }).at(0);
    if (!found) {
      throw new NotFoundError(
        `No storage is read of a cluster ${cluster} of ${platform}`,
      );
    }
    return found;
  }

  /** Throws `NotFoundError` for one that is not known. */
  getCeph(platform: string, cluster: string, name: string): CephReading {
    const found = this.get(platform, cluster).ceph.find(
      ({ detail }) => detail.name === name,
    );
    if (!found) {
      throw new NotFoundError(
        `${cluster} of ${platform} has no Ceph cluster ${name}`,
      );
    }
    return found;
  }
}
