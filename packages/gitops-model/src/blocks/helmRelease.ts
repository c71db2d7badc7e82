import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

/** Where a release takes its chart from: an artifact that is the chart, or a repository that has it. */
export type ReleaseSource =
  | { kind: 'OCIRepository'; name: string }
  | { kind: 'HelmRepository'; name: string; chart: string; version: string };

const releaseSchema = z.object({
  kind: z.literal('HelmRelease'),
  metadata: z.object({ name: z.string() }),
  spec: z.union([
    z.object({
      chartRef: z.object({
        kind: z.literal('OCIRepository'),
        name: z.string(),
      }),
    }),
    z.object({
      chart: z.object({
        spec: z.object({
          chart: z.string(),
          version: z.coerce.string(),
          sourceRef: z.object({
            kind: z.literal('HelmRepository'),
            name: z.string(),
          }),
        }),
      }),
    }),
  ]),
});

/** The release that installs the app's chart; its values are written by other blocks. */
export const helmRelease: Block<'helm-release', ReleaseSource> = {
  write({ tree, app, names }, options, source) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: appMetadata(names, app),
      spec: {
        ...toReference(source),
        interval: options.interval,
        install: { remediation: { retries: 3 } },
        upgrade: {
          cleanupOnFail: true,
          remediation: { retries: 3, strategy: 'rollback' },
        },
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): ReleaseSource[] => {
        const { data } = releaseSchema.safeParse(document);
        if (data?.metadata.name !== app) return [];
        if ('chartRef' in data.spec) return [data.spec.chartRef];
        const { chart, version, sourceRef } = data.spec.chart.spec;
        return [{ ...sourceRef, chart, version }];
      });
  },

  claims: () => [],
};

function toReference(source: ReleaseSource): Record<string, YamlValue> {
  const { kind, name } = source;
  return kind === 'OCIRepository'
    ? { chartRef: { kind, name } }
    : {
        chart: {
          spec: {
            chart: source.chart,
            version: source.version,
            sourceRef: { kind, name },
          },
        },
      };
}
