import { entityRefs } from '@internal/gitops-repository';
import type { NodeSummary } from '@internal/plugin-talos-nodes-common';
import type { Declared } from '../Declared';
import type { ObservedResource } from './toResource';

/** The machines that no repository declares. */
export function buildMachines(
  machines: readonly NodeSummary[],
  declared: Declared,
): ObservedResource[] {
  return machines.flatMap(machine => {
    const { platform, cluster, name, entityRef } = machine;
    const owner = declared.ownerOf(platform);
    if (!owner || declared.machineRef(machine) !== 'not-declared') return [];
    return {
      ref: entityRef,
      type: 'talos-node',
      title: name,
      description: describe(machine),
      platform,
      cluster,
      node: name,
      owner,
      dependsOn: [entityRefs.cluster(cluster)],
    };
  });
}

/** What does not change from one day to the next. */
function describe({ role, manufacturer, model, architecture }: NodeSummary) {
  const facts = [role, manufacturer, model, architecture].flatMap(fact =>
    fact.known ? fact.value : [],
  );
  return ['Machine', ...facts].join(', ');
}
