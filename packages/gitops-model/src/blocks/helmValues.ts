import { z } from 'zod';
import type { ChartValues } from '../operation/chartValues';
import { expandNames } from '../profile/expandNames';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const valuesSchema = z.record(z.string(), z.json());

/** Values of the app's release, in a file of their own. */
export const helmValues: Block<'helm-values', ChartValues> = {
  write({ tree, names }, options, values) {
    const file = expandNames(options.file, names);
    return fileFinding(file, tree.createYaml(file, values));
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): ChartValues[] => {
        const { data } = valuesSchema.safeParse(document);
        return data ? [data] : [];
      });
  },

  claims: () => [],
};
