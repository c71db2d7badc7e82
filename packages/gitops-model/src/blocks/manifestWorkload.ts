import { z } from 'zod';
import { resourcesOf, variablesOf } from './containerParts';
import type { DocumentPlace, Workload } from './workload';

const workloadSchema = z.object({
  kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet']),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number().optional(),
    template: z.object({
      spec: z.object({
        containers: z
          .array(
            z.object({
              name: z.string(),
              image: z.string(),
              env: z.unknown().optional(),
              resources: z.unknown().optional(),
            }),
          )
          .min(1),
      }),
    }),
  }),
});

const podPath = ['spec', 'template', 'spec'] as const;

/** A document as a workload; `undefined` where it is none. */
export function manifestWorkload(
  document: unknown,
  place: DocumentPlace,
): Workload | undefined {
  const { data } = workloadSchema.safeParse(document);
  if (!data) return undefined;
  const { kind, metadata, spec } = data;
  return {
    ...place,
    kind,
    name: metadata.name,
    replicas: spec.replicas,
    replicasPath: ['spec', 'replicas'],
    podPath,
    containers: spec.template.spec.containers.map((container, at) => {
      const path = [...podPath, 'containers', at];
      return {
        name: container.name,
        path,
        image: container.image,
        imageTexts: image => [{ path: [...path, 'image'], value: image }],
        resources: resourcesOf(container.resources),
        env: variablesOf(container.env),
        envForm: 'list',
      };
    }),
  };
}
