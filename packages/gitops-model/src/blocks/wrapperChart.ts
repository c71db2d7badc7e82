import { z } from 'zod';
import type { ChartValues } from '../operation/chartValues';
import { expandNames } from '../profile/expandNames';
import type { Block } from './Block';
import type { ReleaseValue } from './chartApplication';
import { fileFinding } from './fileFinding';

export type WrapperValue = {
  chart: ReleaseValue['chart'];
  values: ChartValues;
};

const chartSchema = z.object({
  name: z.string(),
  dependencies: z.array(
    z.object({
      name: z.string(),
      repository: z.string(),
      version: z.coerce.string(),
    }),
  ),
});
const valuesSchema = z.record(z.string(), z.record(z.string(), z.json()));

/** A chart in the app's directory that has the real one as its dependency, and the values for that. */
export const wrapperChart: Block<'wrapper-chart', WrapperValue> = {
  write({ tree, app, names }, options, { chart, values }) {
    const file = expandNames(options.file, names);
    const written = tree.createYaml(file, {
      apiVersion: 'v2',
      name: app,
      type: 'application',
      version: '0.1.0',
      dependencies: [
        {
          name: chart.name,
          version: chart.version,
          repository: chart.repository,
        },
      ],
    });
    if (!written.ok) return fileFinding(file, written);
    const valuesFile = expandNames(options.valuesFile, names);
    return fileFinding(
      valuesFile,
      tree.createYaml(valuesFile, { [chart.name]: values }),
    );
  },

  find({ tree, app, names }, options) {
    const [values] = tree.readYaml(expandNames(options.valuesFile, names));
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): WrapperValue[] => {
        const { data } = chartSchema.safeParse(document);
        if (data?.name !== app) return [];
        const parsed = valuesSchema.safeParse(values).data ?? {};
        return data.dependencies.map(({ name, repository, version }) => ({
          chart: { name, repository, version },
          values: Object.hasOwn(parsed, name) ? parsed[name] : {},
        }));
      });
  },

  claims: () => [],
};
