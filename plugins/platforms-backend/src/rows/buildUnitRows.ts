import type { DeploymentUnit } from '@internal/gitops-model';
import type { UnitRow } from '@internal/plugin-platforms-common';
import type { RowContext } from './RowContext';
import type { FilterableRow } from './RowList';

/** A row per deployment unit, by cluster and name. */
export function buildUnitRows(context: RowContext): FilterableRow<UnitRow>[] {
  return context.model.units
    .map(unit => {
      const { name, cluster } = unit;
      const state = stateOf(unit);
      return {
        row: {
          name,
          cluster,
          engine: unit.engine,
          state,
          orchestrator: unit.orchestrator,
          suspended: unit.suspended,
          app: context.appLink(cluster, unit.app),
          namespace: unit.namespace,
          project: unit.project,
          pattern: unit.pattern,
          charts: unit.charts.map(({ chart, version }) => ({ chart, version })),
          source: context.place(unit.source),
        },
        values: { cluster: [cluster], state: [state] },
      };
    })
    .sort(
      ({ row: a }, { row: b }) =>
        a.cluster.localeCompare(b.cluster) || a.name.localeCompare(b.name),
    );
}

function stateOf({ wired, buildable }: DeploymentUnit): UnitRow['state'] {
  if (!wired) return 'declared';
  return buildable ? 'buildable' : 'wired';
}
