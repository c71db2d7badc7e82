import type { CephReading } from '../ceph/CephReading';
import type { ClusterReading } from './ClusterReading';

/** Finds the Ceph cluster that something names. */
export class CephDirectory {
  readonly #local = new Map<string, CephReading>();
  readonly #byFsid = new Map<string, CephReading>();
  /** Those that run on a cluster of the platform, or are seen from outside only. */
  readonly homes: readonly CephReading[];

  constructor(readings: readonly ClusterReading[]) {
    const all = readings.flatMap(({ ceph }) => ceph);
    for (const reading of all) {
      const { cluster, namespace, fsid, external } = reading.detail;
      this.#local.set(`${cluster}/${namespace}`, reading);
      if (fsid !== undefined && (!external || !this.#byFsid.has(fsid))) {
        this.#byFsid.set(fsid, reading);
      }
    }
    this.homes = [...new Set(all.map(reading => this.homeOf(reading)))];
  }

  /**
   * By the `clusterID` of a volume of that Kubernetes cluster: with Rook the
   * namespace of the CephCluster there, else the fsid.
   */
  find(cluster: string, clusterId: string): CephReading | undefined {
    const found =
      this.#local.get(`${cluster}/${clusterId}`) ?? this.#byFsid.get(clusterId);
    return found && this.homeOf(found);
  }

  /** Where it runs, for one that is only used from outside; by its fsid. */
  homeOf(reading: CephReading): CephReading {
    const { fsid } = reading.detail;
    return (fsid === undefined ? undefined : this.#byFsid.get(fsid)) ?? reading;
  }
}
