import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import { autoscalersIn } from './autoscalers';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';
import { documentsIn } from './workload';

export type AutoscalerValue = {
  kind: string;
  workload: string;
  min: number;
  max: number;
  cpuPercent: number;
};

/** How many pods a workload runs, by their CPU load. */
export const horizontalPodAutoscaler: Block<
  'horizontal-pod-autoscaler',
  AutoscalerValue
> = {
  write(context, options, { kind, workload, min, max, cpuPercent }) {
    const { tree, names } = context;
    const file = expandNames(options.file, { ...names, name: workload });
    const outcome = tree.createYaml(file, {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: appMetadata(names, workload),
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind, name: workload },
        minReplicas: min,
        maxReplicas: max,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: cpuPercent },
            },
          },
        ],
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, names }) {
    return autoscalersIn(documentsIn(tree, [names.directory])).flatMap(
      ({ target, min, max, cpuPercent }): AutoscalerValue[] =>
        min === undefined || max === undefined || cpuPercent === undefined
          ? []
          : [
              {
                kind: target.kind,
                workload: target.name,
                min,
                max,
                cpuPercent,
              },
            ],
    );
  },

  claims: () => [],
};
