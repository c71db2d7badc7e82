import type { CephStatus } from '../model/CephStatus';
import { formatFamilies } from './Family';
import { toClusterFamilies } from './toClusterFamilies';
import { toDaemonFamilies } from './toDaemonFamilies';
import { toOsdFamilies } from './toOsdFamilies';
import { toPlacementGroupFamilies } from './toPlacementGroupFamilies';
import { toPoolFamilies } from './toPoolFamilies';

/** What the manager tells Prometheus, in its text format. `pastChecks` stay with the value 0. */
export function toMetrics(
  status: CephStatus,
  pastChecks: Map<string, string>,
): string {
  return formatFamilies([
    ...toDaemonFamilies(status),
    ...toOsdFamilies(status),
    ...toPoolFamilies(status),
    ...toPlacementGroupFamilies(status),
    ...toClusterFamilies(status, pastChecks),
  ]);
}
