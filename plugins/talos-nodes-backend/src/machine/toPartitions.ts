import type { Disk } from '@internal/plugin-talos-nodes-common';
import { cleanText } from '../facts/cleanText';
import type { MachineReading } from './MachineReading';

/** The partitions of a disk, with the Talos volume on each. */
export function toPartitions(
  disk: string,
  { discoveredVolumes, volumeStatuses }: MachineReading['listings'],
): Disk['partitions'] {
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
      };
    });
}
