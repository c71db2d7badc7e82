import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const repositorySchema = z.object({
  kind: z.literal('HelmRepository'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ url: z.string() }),
});

/** The address that the chart of the app's release comes from, where it is no OCI registry. */
export const helmRepository: Block<'helm-repository', string> = {
  write({ tree, app, names }, options, url) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmRepository',
      metadata: appMetadata(names, app),
      spec: { interval: options.interval, url },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): string[] => {
        const { data } = repositorySchema.safeParse(document);
        return data?.metadata.name === app ? [data.spec.url] : [];
      });
  },

  claims: () => [],
};
