import type { DeploymentUnit } from './RepositoryModel';
import { withoutCredentials } from './withoutCredentials';

/** A unit as it may be shown. */
export function withoutChartCredentials(unit: DeploymentUnit): DeploymentUnit {
  const charts = unit.charts.map(chart => ({
    ...chart,
    repository: withoutCredentials(chart.repository),
  }));
  return { ...unit, charts };
}
