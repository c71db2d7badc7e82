import { z } from 'zod';
import type { DocumentPlace } from './workload';

const autoscalerSchema = z.object({
  kind: z.literal('HorizontalPodAutoscaler'),
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: z.number().optional(),
    maxReplicas: z.number().optional(),
    metrics: z
      .array(
        z.object({
          type: z.string(),
          resource: z
            .object({
              name: z.string(),
              target: z.object({ averageUtilization: z.number().optional() }),
            })
            .optional(),
        }),
      )
      .default([]),
  }),
});

/** A HorizontalPodAutoscaler as it is written in Git. */
export interface Autoscaler extends DocumentPlace {
  target: { kind: string; name: string };
  min?: number;
  max?: number;
  /** Which of its metrics is the mean CPU load. */
  cpuMetric?: number;
  cpuPercent?: number;
}

export function autoscalersIn(
  documents: readonly (DocumentPlace & { document: unknown })[],
): Autoscaler[] {
  return documents.flatMap(({ document, file, index }): Autoscaler[] => {
    const { data } = autoscalerSchema.safeParse(document);
    if (!data) return [];
    const { scaleTargetRef, minReplicas, maxReplicas, metrics } = data.spec;
    const cpuMetric = metrics.findIndex(
      ({ type, resource }) =>
        type === 'Resource' &&
        resource?.name === 'cpu' &&
        resource.target.averageUtilization !== undefined,
    );
    return [
      {
        file,
        index,
        target: scaleTargetRef,
        min: minReplicas,
        max: maxReplicas,
        cpuMetric: cpuMetric === -1 ? undefined : cpuMetric,
        cpuPercent: metrics[cpuMetric]?.resource?.target.averageUtilization,
      },
    ];
  });
}
