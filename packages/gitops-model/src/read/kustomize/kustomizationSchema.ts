import { z } from 'zod';

/** Go takes `null` for a list that is not there. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform(value => value ?? []);
const text = z
  .string()
  .nullish()
  .transform(value => value ?? '');
const flag = z
  .boolean()
  .nullish()
  .transform(value => value ?? false);
const texts = z
  .record(z.string(), z.string())
  .nullish()
  .transform(value => value ?? {});

export const imageSchema = z.strictObject({
  name: text,
  newName: z.string().optional(),
  newTag: z.string().optional(),
  tagSuffix: z.string().optional(),
  digest: z.string().optional(),
});

export const selectorSchema = z.strictObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
  labelSelector: z.string().optional(),
  annotationSelector: z.string().optional(),
});

export const patchSchema = z.strictObject({
  path: z.string().optional(),
  patch: z.string().optional(),
  target: selectorSchema.optional(),
  options: z.record(z.string(), z.boolean()).optional(),
});

const fieldOptionsSchema = z.strictObject({
  delimiter: text,
  index: z.number().default(0),
  encoding: z.string().optional(),
  create: flag,
});

export const replacementSchema = z.strictObject({
  path: z.string().optional(),
  source: selectorSchema
    .omit({ labelSelector: true, annotationSelector: true })
    .extend({
      fieldPath: z.string().default('metadata.name'),
      options: fieldOptionsSchema.optional(),
    })
    .optional(),
  sourceValue: z.string().optional(),
  targets: list(
    z.strictObject({
      select: selectorSchema,
      reject: list(selectorSchema),
      fieldPaths: list(z.string()),
      options: fieldOptionsSchema.optional(),
    }),
  ),
});

const generatorOptionsSchema = z
  .strictObject({
    labels: texts,
    annotations: texts,
    disableNameSuffixHash: flag,
    immutable: flag,
  })
  .nullish();

const generatorSchema = z.strictObject({
  name: text,
  namespace: text,
  behavior: z.string().nullish(),
  literals: list(z.string()),
  files: list(z.string()),
  envs: list(z.string()),
  env: text,
  type: text,
  options: generatorOptionsSchema,
});

export const helmChartSchema = z.looseObject({
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  valuesFile: text,
  additionalValuesFiles: list(z.string()),
  valuesInline: z.record(z.string(), z.unknown()).nullish(),
  valuesMerge: text,
});

/** Every field kustomize knows; it refuses others. */
export const kustomizationSchema = z.strictObject({
  apiVersion: text,
  kind: text,
  metadata: z
    .strictObject({
      name: text,
      namespace: text,
      labels: texts,
      annotations: texts,
    })
    .nullish(),
  resources: list(z.string()),
  bases: list(z.string()),
  components: list(z.string()),
  namespace: text,
  namePrefix: text,
  nameSuffix: text,
  images: list(imageSchema),
  imageTags: list(imageSchema),
  replicas: list(z.strictObject({ name: text, count: z.number() })),
  patches: list(patchSchema),
  patchesJson6902: list(patchSchema),
  patchesStrategicMerge: list(z.string()),
  labels: list(
    z.strictObject({
      pairs: texts,
      includeSelectors: flag,
      includeTemplates: flag,
      includeVolumeClaimTemplates: flag,
      fields: list(
        z.strictObject({
          group: z.string().optional(),
          version: z.string().optional(),
          kind: z.string().optional(),
          path: text,
          create: flag,
        }),
      ),
    }),
  ),
  commonLabels: texts,
  commonAnnotations: texts,
  configMapGenerator: list(generatorSchema.omit({ type: true })),
  secretGenerator: list(generatorSchema),
  generatorOptions: generatorOptionsSchema,
  replacements: list(replacementSchema),
  configurations: list(z.string()),
  helmCharts: list(helmChartSchema),
  helmGlobals: z.unknown().optional(),
  helmChartInflationGenerator: z.unknown().optional(),
  generators: z.unknown().optional(),
  transformers: z.unknown().optional(),
  validators: z.unknown().optional(),
  vars: z.unknown().optional(),
  crds: z.unknown().optional(),
  openapi: z.unknown().optional(),
  sortOptions: z.unknown().optional(),
  buildMetadata: z.unknown().optional(),
});

export type KustomizationFile = z.output<typeof kustomizationSchema>;
export type Patch = z.output<typeof patchSchema>;
export type ImageChange = z.output<typeof imageSchema>;
export type Selector = z.output<typeof selectorSchema>;
export type Replacement = z.output<typeof replacementSchema>;
export type FieldOptions = z.output<typeof fieldOptionsSchema>;
export type Generator = z.output<typeof generatorSchema>;
export type HelmChart = z.output<typeof helmChartSchema>;

/** Fields that change what is applied in ways the reader does not evaluate. */
export const unevaluatedFields = [
  'crds',
  'generators',
  'helmChartInflationGenerator',
  'openapi',
  'transformers',
  'vars',
] as const;
