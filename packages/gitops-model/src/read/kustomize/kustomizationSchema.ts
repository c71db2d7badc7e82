import { z } from 'zod';

const text = z.coerce.string();
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform(value => value ?? []);

export const imageSchema = z.object({
  name: z.string(),
  newName: text.optional(),
  newTag: text.optional(),
  digest: text.optional(),
});

export const patchSchema = z.object({
  path: z.string().optional(),
  patch: z.string().optional(),
  target: z
    .object({
      group: text.optional(),
      version: text.optional(),
      kind: text.optional(),
      name: text.optional(),
      namespace: text.optional(),
      labelSelector: text.optional(),
      annotationSelector: text.optional(),
    })
    .optional(),
});

/** What the reader evaluates of a kustomization; the rest is kept to be named. */
export const kustomizationSchema = z.looseObject({
  kind: z.enum(['Kustomization', 'Component']).default('Kustomization'),
  resources: list(z.string()),
  bases: list(z.string()),
  components: list(z.string()),
  namespace: text.nullish(),
  namePrefix: text.nullish(),
  nameSuffix: text.nullish(),
  images: list(imageSchema),
  patches: list(patchSchema),
});

export type KustomizationFile = z.output<typeof kustomizationSchema>;
export type Patch = z.output<typeof patchSchema>;
export type ImageChange = z.output<typeof imageSchema>;

/** Fields that change what is applied in ways the reader does not evaluate. */
export const unevaluatedFields = [
  'generators',
  'helmCharts',
  'helmChartInflationGenerator',
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge',
  'replacements',
  'transformers',
  'vars',
] as const;
