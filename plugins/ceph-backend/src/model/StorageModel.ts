import type { Volume } from '@internal/plugin-ceph-common';
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
