import { z } from 'zod';
import type { SimulatedMachine } from '../../talos/fleet/SimulatedMachine';
import type { StorageDevice } from './CephDefinition';

const diskSchema = z.looseObject({
  model: z.string(),
  serial: z.string(),
  size: z.number(),
});
const volumeSchema = z.looseObject({ name: z.string(), uuid: z.string() });

/** The devices that Ceph has, of the machines of a cluster, as Talos sees them too. */
export function readStorageDevices(
  machines: readonly SimulatedMachine[],
): StorageDevice[] {
  return machines.flatMap(machine => {
    const { name: node, osdDisk } = machine.definition;
    if (osdDisk === undefined) {
      return [];
    }
    const built = (type: string) =>
      machine.hardware.find(
        resource => resource.type === type && resource.id === osdDisk,
      )?.spec;
    const disk = diskSchema.parse(built('Disks.block.talos.dev'));
    const volume = volumeSchema.parse(
      built('DiscoveredVolumes.block.talos.dev'),
    );
    return [
      {
        node,
        name: osdDisk,
        model: disk.model,
        serial: disk.serial,
        bytes: disk.size,
        osdUuid: volume.uuid,
      },
    ];
  });
}
