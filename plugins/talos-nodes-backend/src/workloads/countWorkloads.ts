import type { NodeDetail, Workload } from '@internal/plugin-talos-nodes-common';
import { known } from '../facts/fact';

/** How much runs on a machine; of how many apps only where the catalog was read. */
export function countWorkloads(
  workloads: readonly Workload[],
  { hasApps }: { hasApps: boolean },
): NonNullable<NodeDetail['workloads']> {
  const apps = new Set(workloads.flatMap(({ app }) => app?.entityRef ?? []));
  return known(
    { pods: workloads.length, apps: hasApps ? apps.size : undefined },
    'kubernetes',
  );
}
