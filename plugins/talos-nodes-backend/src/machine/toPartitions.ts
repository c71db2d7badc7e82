import type { Disk } from '@internal/plugin-talos-nodes-common';
import { cleanText } from '../facts/cleanText';
import type { MachineReading, Mount } from './MachineReading';

/** The partitions of a disk, with the Talos volume on each and how full it is. */
export function toPartitions(
  disk: string,
  { listings, mounts }: MachineReading,
): Disk['partitions'] {
  const { discoveredVolumes, volumeStatuses } = listings;
  if (!discoveredVolumes.known) return [];
  const volumes = volumeStatuses.known ? volumeStatuses.items : [];
  return discoveredVolumes.items
    .filter(({ spec }) => spec.parent === disk && spec.type === 'partition')
    .map(({ id, spec }) => {
      const volume = volumes.find(
        ({ spec: { location } }) => location === `/dev/${id}`,
      );
      return {
        name: id,
        label: cleanText(spec.partition_label) ?? cleanText(spec.label),
        sizeBytes: spec.size ?? 0,
        content: cleanText(spec.name),
        volume: volume?.id,
        volumePhase: cleanText(volume?.spec.phase),
        // An encrypted volume is mounted from another device than it lies on.
        mount: toMount(
          mounts?.get(volume?.spec.mountLocation ?? '') ??
            mounts?.get(`/dev/${id}`),
        ),
      };
    });
}

function toMount(
  mount: Mount | undefined,
): Disk['partitions'][number]['mount'] {
  return (
    mount && {
      path: mount.path,
      sizeBytes: mount.sizeBytes,
      usedBytes: mount.sizeBytes - mount.availableBytes,
    }
  );
}
