import { z } from 'zod';
import { isRecord } from '../isRecord';
import { patchSchema } from '../kustomize/kustomizationSchema';

const text = z.coerce.string();
const texts = z
  .array(text)
  .nullish()
  .transform(value => value ?? []);

const source = z.object({
  repoURL: z.string(),
  path: z.string().nullish(),
  targetRevision: text.nullish(),
  chart: z.string().nullish(),
  ref: z.string().nullish(),
  helm: z
    .object({
      releaseName: z.string().nullish(),
      valueFiles: texts,
      values: z.string().nullish(),
      /** Kept as it is, so that its lines can be looked up. */
      valuesObject: z.custom<Record<string, unknown>>(isRecord).nullish(),
      parameters: z
        .array(
          z.object({
            name: z.string(),
            value: text.nullish(),
            forceString: z.boolean().nullish(),
          }),
        )
        .nullish()
        .transform(value => value ?? []),
      fileParameters: z.array(z.unknown()).nullish(),
      ignoreMissingValueFiles: z.boolean().nullish(),
    })
    .nullish(),
  kustomize: z
    .object({
      namePrefix: z.string().nullish(),
      nameSuffix: z.string().nullish(),
      namespace: z.string().nullish(),
      images: texts,
      components: texts,
      ignoreMissingComponents: z.boolean().nullish(),
      patches: z
        .array(patchSchema)
        .nullish()
        .transform(value => value ?? []),
    })
    .nullish(),
  directory: z
    .object({
      recurse: z.boolean().nullish(),
      include: z.string().nullish(),
      exclude: z.string().nullish(),
    })
    .nullish(),
  plugin: z.unknown().optional(),
});

/** What the reader uses of an Argo CD Application. */
export const applicationSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), text).nullish(),
    annotations: z.record(z.string(), text).nullish(),
    finalizers: z.array(z.string()).nullish(),
  }),
  spec: z
    .object({
      project: z.string().default('default'),
      source: source.nullish(),
      sources: z.array(source).nullish(),
      destination: z
        .object({
          server: z.string().nullish(),
          name: z.string().nullish(),
          namespace: z.string().nullish(),
        })
        .default({}),
      syncPolicy: z.object({ syncOptions: texts }).nullish(),
    })
    .refine(
      spec => Boolean(spec.source) || Boolean(spec.sources?.length),
      'names no source',
    ),
});

export type Application = z.output<typeof applicationSchema>;
export type ApplicationSource = z.output<typeof source>;

/** All sources in order, whichever of the two fields holds them. */
export function sourcesOf({ spec }: Application): ApplicationSource[] {
  if (spec.sources?.length) return spec.sources;
  return spec.source ? [spec.source] : [];
}

/** The `helm` mapping of a source as it stands in the document, to look up its lines. */
export function helmMappingOf(
  document: Record<string, unknown>,
  sourceIndex: number,
): Record<string, unknown> | undefined {
  const { spec } = document;
  if (!isRecord(spec)) return undefined;
  const sources = Array.isArray(spec.sources) ? spec.sources : [spec.source];
  const found: unknown = sources[sourceIndex];
  return isRecord(found) && isRecord(found.helm) ? found.helm : undefined;
}
