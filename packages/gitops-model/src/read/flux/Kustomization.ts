import { z } from 'zod';
import { imageSchema, patchSchema } from '../kustomize/kustomizationSchema';
import type { Manifest } from '../manifests/Manifest';

const text = z.coerce.string();
const texts = z
  .record(z.string(), text)
  .nullish()
  .transform(value => value ?? {});
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform(value => value ?? []);

/** What the reader uses of a Flux Kustomization. */
export const kustomizationSchema = z.object({
  metadata: z.object({ labels: texts, annotations: texts }),
  spec: z.object({
    path: z.string().nullish(),
    sourceRef: z.object({
      kind: z.string(),
      name: z.string(),
      namespace: z.string().nullish(),
    }),
    targetNamespace: z.string().nullish(),
    namePrefix: text.nullish(),
    nameSuffix: text.nullish(),
    components: list(z.string()),
    patches: list(patchSchema),
    images: list(imageSchema),
    commonMetadata: z
      .object({ labels: texts, annotations: texts })
      .nullish()
      .transform(value => value ?? { labels: {}, annotations: {} }),
    postBuild: z
      .object({
        substitute: texts,
        substituteFrom: list(
          z.object({
            kind: z.enum(['ConfigMap', 'Secret']),
            name: z.string(),
            optional: z.boolean().nullish(),
          }),
        ),
      })
      .nullish(),
    dependsOn: list(
      z.object({ name: z.string(), namespace: z.string().nullish() }),
    ),
    healthChecks: list(
      z.object({
        kind: z.string(),
        name: z.string(),
        namespace: z.string().nullish(),
      }),
    ),
    suspend: z.boolean().nullish(),
    kubeConfig: z
      .object({
        secretRef: z.object({ name: z.string() }).nullish(),
        configMapRef: z.object({ name: z.string() }).nullish(),
      })
      .nullish(),
  }),
});

export type Kustomization = z.output<typeof kustomizationSchema>;
export type SourceReference = Kustomization['spec']['sourceRef'];

/** Whether an object is a Kustomization of Flux, not a file of kustomize. */
export function isKustomization({ group, kind }: Manifest): boolean {
  return group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization';
}
