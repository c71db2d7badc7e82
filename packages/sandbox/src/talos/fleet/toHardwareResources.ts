import type { NewResource } from '../cosi/CosiState';
import { individualize } from './individualize';
import type { SimulatedMachine } from './SimulatedMachine';
import { atLeast } from './TalosVersion';

const memoryModules = 'MemoryModules.hardware.talos.dev';

/**
 * What is built into one machine: its model's resources with its own serial
 * numbers, as its version of Talos tells them. Two labels of the model's files
 * are the simulator's own: `osd` keeps a resource for machines whose disk of
 * that name Ceph has (`none`: for those without one), `locator` is the short id of a memory module.
 */
export function toHardwareResources(machine: SimulatedMachine): NewResource[] {
  const { hardwareAddress, osdDisk } = machine.definition;
  return machine.model.resources
    .filter(
      ({ labels }) =>
        labels?.osd === undefined || labels.osd === (osdDisk ?? 'none'),
    )
    .map(resource => ({
      ...individualize(resource, { name: machine.identity, hardwareAddress }),
      labels: withoutOwnLabels(resource.labels),
      id: toId(resource, machine.version),
      spec: individualize(withoutNews(resource, machine.version), {
        name: machine.identity,
        hardwareAddress,
      }),
    }));
}

function withoutOwnLabels(labels: Record<string, string> = {}) {
  const { osd: _osd, locator: _locator, ...others } = labels;
  return others;
}

/** Older versions name a module by its locator alone, so that those of one name overwrite each other. */
function toId({ type, id, labels }: NewResource, version: string): string {
  return type === memoryModules && !namesBanks(version)
    ? (labels?.locator ?? id)
    : id;
}

function namesBanks(version: string): boolean {
  return atLeast(version, '1.13')
    ? atLeast(version, '1.13.3')
    : atLeast(version, '1.12.9');
}

/** Fields that came with 1.14. */
const newFields: Record<string, string[]> = {
  'SystemInformations.hardware.talos.dev': ['biosVersion'],
  'Disks.block.talos.dev': ['firmware_version'],
};

function withoutNews({ type, spec }: NewResource, version: string): unknown {
  const fields = newFields[type];
  if (!fields || atLeast(version, '1.14') || typeof spec !== 'object') {
    return spec;
  }
  return Object.fromEntries(
    Object.entries(spec ?? {}).filter(([key]) => !fields.includes(key)),
  );
}
