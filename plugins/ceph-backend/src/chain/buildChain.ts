import type { NodeNames } from '../inventory/NodeNames';
import type { CephDirectory } from '../model/CephDirectory';
import type { ClusterReading } from '../model/ClusterReading';
import type { BuiltVolume } from '../volumes/buildVolume';
import { addCeph } from './addCeph';
import { addMachines } from './addMachines';
import { addVolumes } from './addVolumes';
import { ChainBuilder } from './ChainBuilder';
import type { ChainGraph } from './ChainGraph';
import type { DiskPlace } from './disks/DiskPlace';

/** The chain of one platform, over all its clusters. */
export function buildChain(options: {
  readings: readonly ClusterReading[];
  directory: CephDirectory;
  namesOf: (cluster: string) => NodeNames;
  volumes: readonly BuiltVolume[];
}): ChainGraph {
  const { readings, directory, namesOf, volumes } = options;
  const builder = new ChainBuilder();
  const disks = new Map<string, DiskPlace[]>(
    readings.map(({ inventory }) => [
      inventory.cluster,
      addMachines(builder, inventory, namesOf(inventory.cluster)),
    ]),
  );
  for (const { detail } of directory.homes) {
    addCeph(builder, detail, {
      names: namesOf(detail.cluster),
      disks: disks.get(detail.cluster) ?? [],
    });
  }
  addVolumes(builder, volumes);
  return builder.build();
}
