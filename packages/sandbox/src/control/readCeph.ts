import type { CephScenario } from '../ceph/scenarios/CephScenario';
import { countStates } from '../ceph/model/observePools';
import type { StartedCeph } from '../ceph/startCeph';

/** How one simulated Ceph cluster is. */
export interface CephClusterState {
  cluster: string;
  scenario: CephScenario;
  /** As Ceph itself would say it. */
  health: string;
  /** Codes of the checks that fail. */
  checks: string[];
  osds: { id: number; node: string; up: boolean; in: boolean }[];
  /** How many placement groups are in which state. */
  placementGroups: Record<string, number>;
  account: 'enabled' | 'disabled';
}

/** All of them, by the cluster they run in. */
export function readCeph(
  started: Record<string, StartedCeph>,
): CephClusterState[] {
  return Object.entries(started).map(
    ([cluster, { installation, scenarios }]) => {
      const { health, checks, osds, groups } = installation.ceph.observe();
      return {
        cluster,
        scenario: scenarios.current,
        health,
        checks: checks.map(({ code }) => code),
        osds: osds.map(osd => ({
          id: osd.id,
          node: osd.device.node,
          up: osd.up,
          in: osd.in,
        })),
        placementGroups: countStates(groups),
        account: installation.accounts.isEnabled ? 'enabled' : 'disabled',
      };
    },
  );
}
