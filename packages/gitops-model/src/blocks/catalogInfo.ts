import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appAnnotations } from '../read/collect/appAnnotations';
import type { AppFacts } from './appFacts';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const componentSchema = z.object({
  kind: z.literal('Component'),
  metadata: z.object({
    name: z.string(),
    description: z.string().optional(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({ owner: z.string(), system: z.string() }),
});

/** What the portal must know of an app, as a Component beside its manifests; one that is there stays as it is. */
export const catalogInfo: Block<'catalog-info', AppFacts> = {
  write({ tree, names }, options, { owner, system, description, template }) {
    const file = expandNames(options.file, names);
    if (tree.has(file)) return [];
    const outcome = tree.createYaml(file, {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: names.unit,
        ...(description === undefined ? {} : { description }),
        ...(template === undefined
          ? {}
          : { annotations: { [appAnnotations.template]: template } }),
      },
      spec: { type: 'service', lifecycle: 'production', owner, system },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): AppFacts[] => {
        const { data } = componentSchema.safeParse(document);
        if (data?.metadata.name !== names.unit) return [];
        const { description, annotations } = data.metadata;
        const template = Object.hasOwn(annotations, appAnnotations.template)
          ? annotations[appAnnotations.template]
          : undefined;
        return [{ ...data.spec, description, template }];
      });
  },

  claims: () => [],
};
