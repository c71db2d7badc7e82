import { z } from 'zod';
import { isRecord } from '../isRecord';

const mapping = z.custom<Record<string, unknown>>(isRecord, 'is no mapping');
const mappings = z
  .array(mapping)
  .nullish()
  .transform(value => value ?? []);
const texts = z
  .record(z.string(), z.string())
  .nullish()
  .transform(value => value ?? {});

const paths = z
  .array(z.object({ path: z.string(), exclude: z.boolean().nullish() }))
  .nullish()
  .transform(value => value ?? []);

const selector = z.object({
  matchLabels: texts,
  matchExpressions: z
    .array(
      z.object({
        key: z.string(),
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: z
          .array(z.string())
          .nullish()
          .transform(value => value ?? []),
      }),
    )
    .nullish()
    .transform(value => value ?? []),
});

/** What the reader uses of an ApplicationSet. */
export const applicationSetSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    goTemplate: z.boolean().nullish(),
    goTemplateOptions: z
      .array(z.string())
      .nullish()
      .transform(value => value ?? []),
    /** Each is a `generatorSchema`, once its own templates are rendered. */
    generators: mappings,
    template: mapping,
    templatePatch: z.string().nullish(),
  }),
});

const override = { template: mapping.nullish() };

/** One generator; Argo CD takes exactly one of its kinds. */
export const generatorSchema = z.looseObject({
  git: z
    .object({
      repoURL: z.string(),
      directories: paths,
      files: paths,
      pathParamPrefix: z.string().nullish(),
      values: texts,
      ...override,
    })
    .nullish(),
  list: z
    .object({
      elements: mappings,
      elementsYaml: z.string().nullish(),
      ...override,
    })
    .nullish(),
  clusters: z
    .object({ selector: selector.nullish(), values: texts, ...override })
    .nullish(),
  matrix: z
    .object({ generators: z.tuple([mapping, mapping]), ...override })
    .nullish(),
  merge: z
    .object({
      generators: z.array(mapping).min(2),
      mergeKeys: z.array(z.string()).min(1),
      ...override,
    })
    .nullish(),
  selector: selector.nullish(),
});

export type ApplicationSet = z.output<typeof applicationSetSchema>;
export type Generator = z.output<typeof generatorSchema>;
export type Selector = z.output<typeof selector>;
export type GitGenerator = NonNullable<Generator['git']>;
export type ListGenerator = NonNullable<Generator['list']>;
export type ClustersGenerator = NonNullable<Generator['clusters']>;
export type MatrixGenerator = NonNullable<Generator['matrix']>;
