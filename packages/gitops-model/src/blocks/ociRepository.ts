import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

export type ChartArtifact = {
  /** `oci://…`, with the name of the chart. */
  url: string;
  tag: string;
};

const repositorySchema = z.object({
  kind: z.literal('OCIRepository'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ url: z.string(), ref: z.object({ tag: z.string() }) }),
});

/** The chart of the app's release, as an artifact that Flux pulls. */
export const ociRepository: Block<'oci-repository', ChartArtifact> = {
  write({ tree, app, names }, options, { url, tag }) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'OCIRepository',
      metadata: appMetadata(names, app),
      spec: {
        interval: options.interval,
        layerSelector: {
          mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
          operation: 'copy',
        },
        ref: { tag },
        url,
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): ChartArtifact[] => {
        const { data } = repositorySchema.safeParse(document);
        return data?.metadata.name === app
          ? [{ url: data.spec.url, tag: data.spec.ref.tag }]
          : [];
      });
  },

  claims: () => [],
};
