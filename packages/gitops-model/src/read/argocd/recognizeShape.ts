import type { ApplicationSource } from './Application';

/** Shapes of deployment units that profiles give names to. */
export type UnitShape =
  'helm-with-configs' | 'helm-inline' | 'wrapper-chart' | 'raw';

/**
 * The shape of an Application by its sources; `undefined` where none fits.
 * `isChart` says whether a directory of this repository is a Helm chart.
 */
export function recognizeShape(
  sources: readonly ApplicationSource[],
  isChart: (path: string) => boolean,
): UnitShape | undefined {
  const charts = sources.filter(source => source.chart);
  const directories = sources.flatMap(({ chart, path }) =>
    !chart && path ? [path] : [],
  );
  if (charts.some(({ helm }) => helm?.valueFiles.some(isReference))) {
    return 'helm-with-configs';
  }
  if (
    charts.some(({ helm }) => helm?.values || helm?.valuesObject) ||
    (charts.length > 0 && directories.length > 0)
  ) {
    return 'helm-inline';
  }
  if (charts.length > 0 || directories.length === 0) return undefined;
  return directories.some(isChart) ? 'wrapper-chart' : 'raw';
}

function isReference(file: string): boolean {
  return file.startsWith('$');
}
