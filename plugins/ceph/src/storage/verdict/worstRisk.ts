import {
  DataRisk,
  dataRiskSchema,
  HealthReason,
} from '@internal/plugin-ceph-common';

/** What is worst for the data now, among the reasons that nobody muted. */
export function worstRisk(reasons: readonly HealthReason[]): DataRisk {
  const order = dataRiskSchema.options;
  return reasons
    .filter(({ muted, asOf }) => !muted && asOf === undefined)
    .map(({ dataRisk }) => dataRisk)
    .reduce<DataRisk>(
      (worst, risk) =>
        order.indexOf(risk) > order.indexOf(worst) ? risk : worst,
      'none',
    );
}
