import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';

/** Whether a chart comes from where no app's chart came from before: what it brings is for a person to judge. */
export function checkChartRepository(
  repository: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const known = new Set(
    model.units.flatMap(({ charts }) =>
      charts.map(chart => withoutScheme(chart.repository)),
    ),
  );
  return known.has(withoutScheme(repository))
    ? []
    : [
        {
          code: 'chart-repository-new',
          severity: 'warning',
          message: `No app of this platform takes charts from ${repository} yet.`,
          fix: 'Make sure that you trust who publishes there: a chart may bring any object.',
          field: 'chart.repository',
        },
      ];
}

function withoutScheme(repository: string): string {
  return repository.replace(/^[a-z]+:\/\//, '').replace(/\/$/, '');
}
