import { z } from 'zod';
import { isRecord } from '../isRecord';
import type { Reading } from '../Reading';
import type { Chart, SourceRef } from '../RepositoryModel';
import type { HelmValues } from './HelmValues';

const chartSchema = z.object({
  name: z.string(),
  version: z.coerce.string().default(''),
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        version: z.coerce.string().default(''),
        repository: z.string().default(''),
        alias: z.string().nullish(),
        /** Dotted paths of values, by commas; the first that is there decides. */
        condition: z.string().default(''),
      }),
    )
    .nullish()
    .transform(value => value ?? []),
});

/** Whether a directory is a Helm chart. */
export function isChartDirectory(reading: Reading, directory: string): boolean {
  return reading.isFile(chartFile(directory));
}

/**
 * The charts a wrapper chart depends on, itself where it depends on none;
 * `undefined`, with a finding, where it is not valid. Dependencies that
 * `values` switch off are left out, and their values with them.
 */
export function readChart(
  reading: Reading,
  directory: string,
  from: SourceRef,
  values?: HelmValues,
): Chart[] | undefined {
  const file = chartFile(directory);
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
  const { name: own, version: ownVersion, dependencies } = parsed.data;
  if (dependencies.length === 0) {
    return [{ chart: own, version: ownVersion, repository: '' }];
  }
  return dependencies.flatMap(
    ({ name, version, repository, alias, condition }) => {
      if (values && !isEnabled(condition, values.value)) {
        values.remove(alias || name);
        return [];
      }
      return [{ chart: name, version, repository }];
    },
  );
}

function isEnabled(
  condition: string,
  values: Record<string, unknown>,
): boolean {
  for (const path of condition.split(',')) {
    const value = path
      .trim()
      .split('.')
      .reduce<unknown>(
        (mapping, key) =>
          isRecord(mapping) && Object.hasOwn(mapping, key)
            ? mapping[key]
            : undefined,
        values,
      );
    if (typeof value === 'boolean') return value;
  }
  return true;
}

function chartFile(directory: string): string {
  return directory === '' ? 'Chart.yaml' : `${directory}/Chart.yaml`;
}
