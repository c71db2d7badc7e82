import { z } from 'zod';
import type { YamlPath } from '../edit/yaml/YamlValue';
import type { PlanTree } from '../plan/PlanTree';

const workloadSchema = z.object({
  kind: z.enum(['Deployment', 'StatefulSet']),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number().optional(),
    template: z.object({
      spec: z.object({
        containers: z
          .array(z.object({ name: z.string(), image: z.string() }))
          .min(1),
      }),
    }),
  }),
});
const autoscalerSchema = z.object({
  kind: z.literal('HorizontalPodAutoscaler'),
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
  }),
});

/** A Deployment or StatefulSet as it is written in Git, whoever wrote it. */
export interface Workload {
  file: string;
  /** Which document of the file. */
  index: number;
  kind: 'Deployment' | 'StatefulSet';
  name: string;
  /** Absent where Git leaves it to Kubernetes or to an autoscaler. */
  replicas?: number;
  containers: { name: string; image: string; imagePath: YamlPath }[];
  /** Name of what sets the replicas instead of Git. */
  autoscaler?: string;
}

/** The workloads that lie right inside a directory as manifests of their own. */
export function findWorkloads(
  tree: Pick<PlanTree, 'list' | 'readYaml'>,
  directory: string,
): Workload[] {
  const documents = tree
    .list(directory)
    .filter(file => /\.ya?ml$/.test(file))
    .flatMap(file =>
      tree.readYaml(file).map((document, index) => ({ file, index, document })),
    );
  const scaled = documents.flatMap(({ document }) => {
    const { data } = autoscalerSchema.safeParse(document);
    return data ? [data.spec.scaleTargetRef] : [];
  });
  return documents.flatMap(({ file, index, document }): Workload[] => {
    const { data } = workloadSchema.safeParse(document);
    if (!data) return [];
    const { kind, spec } = data;
    const { name } = data.metadata;
    return [
      {
        file,
        index,
        kind,
        name,
        replicas: spec.replicas,
        containers: spec.template.spec.containers.map((container, at) => ({
          ...container,
          imagePath: ['spec', 'template', 'spec', 'containers', at, 'image'],
        })),
        autoscaler: scaled.some(
          target => target.kind === kind && target.name === name,
        )
          ? 'HorizontalPodAutoscaler'
          : undefined,
      },
    ];
  });
}
