import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appMetadata, appSelector } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

export type ServiceValue = { name: string; ports: number[] };

const serviceSchema = z.object({
  kind: z.literal('Service'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ ports: z.array(z.object({ port: z.number() })) }),
});

/** The stable address of the app's pods. */
export const service: Block<'service', ServiceValue> = {
  write({ tree, app, names }, options, { name, ports }) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: appMetadata(names, name),
      spec: {
        selector: appSelector(app),
        ports: ports.map(port => ({ name: 'http', port, targetPort: 'http' })),
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): ServiceValue[] => {
        const { data } = serviceSchema.safeParse(document);
        return data
          ? [
              {
                name: data.metadata.name,
                ports: data.spec.ports.map(({ port }) => port),
              },
            ]
          : [];
      });
  },

  claims: () => [],
};
