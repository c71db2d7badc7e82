import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const namespaceSchema = z.object({
  kind: z.literal('Namespace'),
  metadata: z.object({ name: z.string() }),
});

/** The app's own namespace. */
export const namespace: Block<'namespace', string> = {
  write({ tree, names }, options, name) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: Object.fromEntries(
          Object.entries(options.labels).map(([key, value]) => [
            key,
            expandNames(value, names),
          ]),
        ),
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap(
        document =>
          namespaceSchema.safeParse(document).data?.metadata.name ?? [],
      );
  },

  claims: name => [{ kind: 'namespace', namespace: name }],
};
