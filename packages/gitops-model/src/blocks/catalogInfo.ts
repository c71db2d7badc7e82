import { z } from 'zod';
import { valueAt } from '../edit/yaml/setValue';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { appAnnotations } from '../read/collect/appAnnotations';
import type { AppFacts } from './appFacts';
import type { Block, BlockContext } from './Block';
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
  write(context, options, { owner, system, description, template }) {
    const { tree, names } = context;
    const file = expandNames(options.file, names);
    if (componentIndex(context, options) !== -1) return [];
    const outcome = tree.addYaml(file, {
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

/** Which document of the file is the app's own Component; -1 where none is. */
export function componentIndex(
  { tree, names }: BlockContext,
  options: BlockOptions<'catalog-info'>,
): number {
  return tree
    .readYaml(expandNames(options.file, names))
    .findIndex(
      document =>
        valueAt(document, ['kind']) === 'Component' &&
        valueAt(document, ['metadata', 'name']) === names.unit,
    );
}
