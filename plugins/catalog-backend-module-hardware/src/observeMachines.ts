import { buildDisks } from './entities/buildDisks';
import { buildMachines } from './entities/buildMachines';
import type { ObservedResource } from './entities/toResource';
import type { ObservationSource } from './ObservationSource';
import { readMachines } from './read/readMachines';
import { RememberedDisks } from './RememberedDisks';

/** The machines of a cluster that Git does not declare, and the disks of all. */
export function observeMachines({
  reader,
  declared,
  ...cluster
}: ObservationSource): () => Promise<ObservedResource[]> {
  const remembered = new RememberedDisks();
  return async () => {
    const { machines, disks } = await readMachines(reader, cluster);
    return [
      ...buildMachines(machines, declared),
      ...buildDisks(remembered.fill(disks), machines, declared),
    ];
  };
}
