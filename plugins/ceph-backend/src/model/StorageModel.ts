import type {
  AppReference,
  Reading,
  Volume,
} from '@internal/plugin-ceph-common';
import type { CephReading } from '../ceph/CephReading';
import { buildChain } from '../chain/buildChain';
import type { ChainGraph } from '../chain/ChainGraph';
import { lastKnown } from '../inventory/Kept';
import { NodeNames } from '../inventory/NodeNames';
import { buildVolume } from '../volumes/buildVolume';
import { createVolumeContext } from '../volumes/VolumeContext';
import { CephDirectory } from './CephDirectory';
import type { ClusterReading } from './ClusterReading';

const WORST_FIRST: readonly Volume['state'][] = [
  'lost',
  'blocked',
  'degraded',
  'unknown',
  'ok',
];

/** What follows from everything read of one platform: its volumes, and the chain. */
export class StorageModel {
  readonly readings: readonly ClusterReading[];
  /** Of all clusters, worst first. */
  readonly volumes: readonly Volume[];
  readonly chain: ChainGraph;
  readonly #directory: CephDirectory;
  readonly #appsOfPool = new Map<string, AppReference[]>();

  static build(readings: readonly ClusterReading[]): StorageModel {
    const directory = new CephDirectory(readings);
    const names = new Map(
      readings.map(({ inventory }) => [
        inventory.cluster,
        NodeNames.create(inventory),
      ]),
    );
    const namesOf = (cluster: string) => names.get(cluster) ?? NodeNames.none;
    const volumes = readings.flatMap(reading => {
      const context = createVolumeContext(reading, directory, namesOf);
      return lastKnown(reading.inventory.kubernetes.volumes).map(persistent =>
        buildVolume(persistent, context),
      );
    });
    const chain = buildChain({ readings, directory, namesOf, volumes });
    return new StorageModel(
      readings,
      volumes.map(({ volume }) => volume).sort(compareVolumes),
      chain,
      directory,
    );
  }

  private constructor(
    readings: readonly ClusterReading[],
    volumes: readonly Volume[],
    chain: ChainGraph,
    directory: CephDirectory,
  ) {
    this.readings = readings;
    this.volumes = volumes;
    this.chain = chain;
    this.#directory = directory;
    for (const { ceph, apps } of volumes) {
      if (!ceph) continue;
      const key = `${ceph.entityRef}/${ceph.pool}`;
      const others = this.#appsOfPool.get(key);
      if (others) others.push(...apps);
      else this.#appsOfPool.set(key, [...apps]);
    }
  }

  /** Apps with volumes in a pool; one with several stands several times. */
  appsOfPool(cephRef: string, pool: string): readonly AppReference[] {
    return this.#appsOfPool.get(`${cephRef}/${pool}`) ?? [];
  }

  /** Where a Ceph cluster runs that is only used from where it was read. */
  homeOf(reading: CephReading): CephReading {
    return this.#directory.homeOf(reading);
  }

  /** The volumes of one cluster, as far as they are known. */
  volumesOf(cluster: string): Reading<readonly Volume[]> {
    const kept = this.readings.find(
      ({ inventory }) => inventory.cluster === cluster,
    )?.inventory.kubernetes.volumes;
    if (!kept || kept.state === 'unread') {
      return { known: false, reason: kept?.reason ?? 'not-configured' };
    }
    if (kept.state === 'stale') return { known: false, reason: 'stale' };
    return {
      known: true,
      value: this.volumes.filter(volume => volume.cluster === cluster),
      source: 'kubernetes',
      observedAt: kept.observedAt,
    };
  }

  /**
   * Ceph clusters that are meant by a name on a Kubernetes cluster: where one
   * is only used from there, the one that it stands for.
   */
  findCeph(cluster: string, name?: string) {
    const own = this.readings
      .filter(({ inventory }) => inventory.cluster === cluster)
      .flatMap(({ ceph }) => ceph)
      .filter(({ detail }) => name === undefined || detail.name === name);
    return [...new Set(own.map(reading => this.#directory.homeOf(reading)))];
  }
}

function compareVolumes(a: Volume, b: Volume): number {
  return (
    WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) ||
    compare(keyOf(a), keyOf(b))
  );
}

function keyOf({ cluster, claim, name }: Volume): string {
  return `${claim ? `${claim.namespace}/${claim.name}` : '~'} ${cluster} ${name}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
