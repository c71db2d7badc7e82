import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

/** Name of the OCIRepository whose chart is installed. */
export type ReleaseSource = { repository: string };

const releaseSchema = z.object({
  kind: z.literal('HelmRelease'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    chartRef: z.object({
      kind: z.literal('OCIRepository'),
      name: z.string(),
    }),
  }),
});

/** The release that installs the app's chart; its values are written by other blocks. */
export const helmRelease: Block<'helm-release', ReleaseSource> = {
  write({ tree, app, names }, options, { repository }) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: appMetadata(names, app),
      spec: {
        chartRef: { kind: 'OCIRepository', name: repository },
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
        return data?.metadata.name === app
          ? [{ repository: data.spec.chartRef.name }]
          : [];
      });
  },

  claims: () => [],
};
