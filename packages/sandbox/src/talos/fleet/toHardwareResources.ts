import type { NewResource } from '../cosi/CosiState';
import type { MachineDefinition } from './FleetDefinition';
import { individualize } from './individualize';
import type { MachineModel } from './MachineModel';
import { atLeast, type TalosVersion } from './TalosVersion';

/**
 * What is built into one machine: its model's resources with its own serial
 * numbers. Two labels of the model's files are the simulator's own: `osd` keeps
 * a resource for machines whose disk of that name Ceph has (`none`: for those
 * without one), `locator` is the short id of a memory module.
 */
export function toHardwareResources(
  model: MachineModel,
  name: string,
  { hardwareAddress, osdDisk }: MachineDefinition,
): NewResource[] {
  return model.resources
    .filter(
      ({ labels }) =>
        labels?.osd === undefined || labels.osd === (osdDisk ?? 'none'),
    )
    .map(resource => individualize(resource, { name, hardwareAddress }));
}

/** The resource as a version of Talos tells it. */
export function asToldBy(
  version: TalosVersion,
  resource: NewResource,
): NewResource {
  const { osd: _osd, locator, ...labels } = resource.labels ?? {};
  return {
    ...resource,
    labels,
    id:
      resource.type === 'MemoryModules.hardware.talos.dev' &&
      !namesBanks(version)
        ? (locator ?? resource.id)
        : resource.id,
    spec: withoutNews(resource, version),
  };
}

/** Older versions name a module by its locator alone, so that those of one name overwrite each other. */
function namesBanks(version: TalosVersion): boolean {
  return atLeast(version, '1.13')
    ? atLeast(version, '1.13.3')
    : atLeast(version, '1.12.9');
}

/** Fields that came with 1.14. */
const newFields: Record<string, string[]> = {
  'SystemInformations.hardware.talos.dev': ['biosVersion'],
  'Disks.block.talos.dev': ['firmware_version'],
};

function withoutNews(
  { type, spec }: NewResource,
  version: TalosVersion,
): unknown {
  const fields = newFields[type];
  if (!fields || atLeast(version, '1.14') || typeof spec !== 'object') {
    return spec;
  }
  return Object.fromEntries(
    Object.entries(spec ?? {}).filter(([key]) => !fields.includes(key)),
  );
}
