import { entityRefs } from '@internal/gitops-repository';
import type {
  Disk,
  MachineDisksList,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import type { Declared } from '../Declared';
import type { ObservedResource } from './toResource';

/** The disks of the machines that tell them. */
export function buildDisks(
  items: MachineDisksList['items'],
  machines: readonly NodeSummary[],
  declared: Declared,
): ObservedResource[] {
  const byRef = new Map(
    machines.map(machine => [machine.entityRef, machine] as const),
  );
  return items.flatMap(({ platform, cluster, node, entityRef, disks }) => {
    const owner = declared.ownerOf(platform);
    const machine = byRef.get(entityRef);
    if (!disks.known || !owner || !machine) return [];
    const ref = declared.machineRef(machine);
    if (ref === 'unknown') return [];
    return disks.value
      .filter(disk => disk.class !== 'optical' && disk.class !== 'virtual')
      .map((disk): ObservedResource => {
        const serial = disk.serial.known ? disk.serial.value : undefined;
        return {
          ref: entityRefs.disk({ cluster, node, id: serial ?? disk.name }),
          type: 'disk',
          title: `${node} ${disk.name}`,
          description: describe(disk),
          platform,
          cluster,
          node,
          owner,
          dependsOn: [ref === 'not-declared' ? entityRef : ref],
        };
      });
  });
}

function describe({ class: diskClass, model, serial, sizeBytes }: Disk) {
  return [
    diskClass === 'unknown' ? 'Disk' : `Disk (${diskClass})`,
    model.known && model.value,
    serial.known && `serial ${serial.value}`,
    `${Math.round(sizeBytes / 1e9)} GB`,
  ]
    .filter(Boolean)
    .join(', ');
}
