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
      metadata: { name, labels: options.labels },
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
