import { z } from 'zod';
import type { Reading } from '../Reading';
import type { Chart, SourceRef } from '../RepositoryModel';

const chartSchema = z.object({
  name: z.string(),
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        version: z.coerce.string().default(''),
        repository: z.string().default(''),
      }),
    )
    .nullish()
    .transform(value => value ?? []),
});

/** Whether a directory is a Helm chart. */
export function isChartDirectory(reading: Reading, directory: string): boolean {
  return reading.isFile(`${directory}/Chart.yaml`);
}

/** The charts a wrapper chart depends on; `undefined`, with a finding, where it is not valid. */
export function readChart(
  reading: Reading,
  directory: string,
  from: SourceRef,
): Chart[] | undefined {
  const file = `${directory}/Chart.yaml`;
  const { documents, complete } = reading.readYaml(file, from);
  if (!complete) return undefined;
  const parsed = chartSchema.safeParse(documents[0]?.value);
  if (!parsed.success) {
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message:
          'Chart.yaml is not valid: it lacks a name, or a dependency does.',
        fix: 'Correct Chart.yaml.',
      },
      { file, line: documents[0]?.line ?? 1 },
    );
    return undefined;
  }
  return parsed.data.dependencies.map(({ name, version, repository }) => ({
    chart: name,
    version,
    repository,
  }));
}
