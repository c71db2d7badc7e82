import { z } from 'zod';
import { valueAt } from '../edit/yaml/setValue';
import type { ChartValues } from '../operation/chartValues';
import { expandNames } from '../profile/expandNames';
import { isRecord } from '../read/isRecord';
import { addValue } from './appTemplateValues';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const valuesSchema = z.record(z.string(), z.json());

/** Values of the app's release: a file of their own, or a key of the document that installs it. */
export const helmValues: Block<'helm-values', ChartValues> = {
  write(context, options, values) {
    const { tree, names } = context;
    if (options.at.length > 0) return addValue(context, options, [], values);
    const file = expandNames(options.file, names);
    return fileFinding(file, tree.createYaml(file, values));
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): ChartValues[] => {
        const holder = valueAt(document, options.at.slice(0, -1));
        if (!isRecord(holder)) return [];
        const values = valueAt(document, options.at) ?? {};
        const { data } = valuesSchema.safeParse(values);
        return data ? [data] : [];
      });
  },

  claims: () => [],
};
