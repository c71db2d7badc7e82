import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';

const listSchema = z.object({ resources: z.array(z.string()).default([]) });

/** The app's line in a list outside its directory, sorted as its siblings are. */
export const kustomizationLine: RetiringBlock<'kustomization-line', string> = {
  write({ tree, app }, options, line) {
    const file = expandNames(options.file, { app });
    const outcome = tree.editYaml(file, {
      kind: 'insert-item',
      path: ['resources'],
      value: line,
      sorted: true,
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app }, options) {
    const line = expandNames(options.line, { app });
    return tree
      .readYaml(expandNames(options.file, { app }))
      .flatMap(document => listSchema.safeParse(document).data?.resources ?? [])
      .filter(resource => resource === line);
  },

  retire({ tree, app }, options, line) {
    const file = expandNames(options.file, { app });
    const index = tree
      .readYaml(file)
      .flatMap(document => listSchema.safeParse(document).data?.resources ?? [])
      .indexOf(line);
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
