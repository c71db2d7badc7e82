import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';

const listSchema = z.object({ resources: z.array(z.string()).default([]) });

/** The app's line in a list outside its directory, where its siblings would put it. */
export const kustomizationLine: RetiringBlock<'kustomization-line', 'listed'> =
  {
    write({ tree, names }, options) {
      const line = expandNames(options.line, names);
      const file = expandNames(options.file, names);
      const outcome = tree.editYaml(file, {
        kind: 'insert-item',
        path: ['resources'],
        value: line,
        sorted: options.sorted,
      });
      return fileFinding(file, outcome);
    },

    find({ tree, names }, options) {
      const line = expandNames(options.line, names);
      return linesIn({ tree }, expandNames(options.file, names))
        .filter(resource => resource === line)
        .map(() => 'listed');
    },

    retire({ tree, names }, options) {
      const line = expandNames(options.line, names);
      const file = expandNames(options.file, names);
      const index = linesIn({ tree }, file).indexOf(line);
      if (index === -1) return [];
      const outcome = tree.editYaml(file, {
        kind: 'remove-item',
        path: ['resources'],
        index,
      });
      return fileFinding(file, outcome);
    },

    claims: () => [],
  };

/** Everything that a kustomization lists as a resource. */
export function linesIn(
  { tree }: Pick<BlockContext, 'tree'>,
  file: string,
): string[] {
  return tree
    .readYaml(file)
    .flatMap(document => listSchema.safeParse(document).data?.resources ?? []);
}
