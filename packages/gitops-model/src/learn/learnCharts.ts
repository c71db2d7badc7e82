import type { AppPlace } from './AppPlace';
import type { Choice } from './LearnedProfile';
import { mostCommon } from './mostCommon';

/** The chart that most apps share, and the version that most of those have. */
export function learnCharts(places: readonly AppPlace[]): Choice[] {
  const charts = places.flatMap(({ unit }) =>
    unit.charts.map(({ chart, repository }) => ({ chart, repository })),
  );
  const best = mostCommon(charts);
  if (!best || best.share.count < 2) return [];
  const { chart, repository } = best.value;
  const version = mostCommon(
    places.flatMap(({ unit }) =>
      unit.charts
        .filter(
          other =>
            other.chart === chart &&
            other.repository === repository &&
            other.version !== '',
        )
        .map(other => other.version),
    ),
  );
  return [
    {
      key: 'layouts.chart',
      value: best.value,
      because: 'Releases of this chart.',
      share: best.share,
    },
    ...(version
      ? [
          {
            key: 'layouts.chart.version',
            value: version.value,
            because: 'Releases of that chart in this version.',
            share: version.share,
          },
        ]
      : []),
  ];
}
