import type { HelmValues } from '../helm/HelmValues';
import { isChartDirectory, readChart } from '../helm/readChart';
import { isRecord } from '../isRecord';
import { joinPath } from '../joinPath';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Chart } from '../RepositoryModel';

/** Adds the values that a chart of this repository has of its own; false where they cannot be read. */
export function addChartDefaults(
  reading: Reading,
  directory: string,
  values: HelmValues,
): boolean {
  const file = joinPath(directory, 'values.yaml');
  if (!file || !reading.isFile(file)) return true;
  const read = reading.readYaml(file, { file, line: 1 });
  for (const { value, lines, line } of read.documents) {
    if (!isRecord(value)) continue;
    values.add(value, mapping => ({ file, line: lines.get(mapping) ?? line }));
  }
  return read.complete;
}

/** The charts that a chart of this repository comes to; `undefined`, with a finding, where there is none. */
export function readLocalChart(
  reading: Reading,
  directory: string,
  { manifest, values }: { manifest: Manifest; values: HelmValues },
): Chart[] | undefined {
  const { name, source } = manifest;
  if (isChartDirectory(reading, directory)) {
    return readChart(reading, directory, source, values);
  }
  reading.report(
    {
      code: 'missing-file',
      severity: 'error',
      message: `The HelmRelease ${name} uses the chart ${directory}, and there is no such chart.`,
      fix: 'Create the chart, or correct the path.',
    },
    source,
  );
  return undefined;
}
