import { type Autoscaler, autoscalersIn } from '../blocks/autoscalers';
import { documentsIn, type Workload } from '../blocks/workload';
import { checkAutoscaling } from '../checks/checkAutoscaling';
import { checkAppOwner } from '../checks/checkOwner';
import { checkReplicas } from '../checks/checkReplicas';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { autoscalingSteps } from './aspects/autoscaling';
import { requireAspects } from './aspects/requireAspects';
import { removeEntryStep, valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { requireWorkload } from './requireWorkload';
import type { Step } from './Step';
import { storageOf } from './storageOf';
import { directoriesOf } from './workloadsOf';

/** Lets the load say how many pods a workload runs; Git says it no longer. */
export function planSetAutoscaling(
  operation: OperationOf<'set-autoscaling'>,
  context: OperationContext,
): OperationPlan {
  const { app, min, max, cpuPercent } = operation;
  const findings = [
    ...checkAppOwner(app, context),
    ...checkAutoscaling(operation, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  findings.push(
    ...checkReplicas(
      { replicas: max, storage: storageOf(app, context) },
      context,
    ).map(finding => ({ ...finding, field: 'max' })),
  );
  const found = requireWorkload(app, operation.workload, context);
  if (!found.ok) return { findings: [...findings, found.finding], steps: [] };
  const { workload } = found;
  findings.push(...checkWorkload(workload));
  const { tree } = context;
  const known = autoscalersIn(
    documentsIn(tree, directoriesOf(app, context)),
  ).find(
    ({ target }) =>
      target.kind === workload.kind && target.name === workload.name,
  );
  const at = placeApp(app, context);
  if (!known) findings.push(...requireAspects(at, [], ['autoscaling']));
  if (isRefused(findings)) return { findings, steps: [] };
  const value = {
    kind: workload.kind,
    workload: workload.name,
    min,
    max,
    cpuPercent,
  };
  return {
    findings,
    steps: [
      removeEntryStep(tree, workload, workload.replicasPath),
      ...(known
        ? changeSteps(known, operation, context)
        : autoscalingSteps(at, value)),
    ],
  };
}

function changeSteps(
  autoscaler: Autoscaler,
  { min, max, cpuPercent }: OperationOf<'set-autoscaling'>,
  { tree }: OperationContext,
): Step[] {
  const metric = ['spec', 'metrics', autoscaler.cpuMetric ?? 0, 'resource'];
  return [
    valueStep(tree, autoscaler, ['spec', 'minReplicas'], min),
    valueStep(tree, autoscaler, ['spec', 'maxReplicas'], max),
    valueStep(
      tree,
      autoscaler,
      [...metric, 'target', 'averageUtilization'],
      cpuPercent,
    ),
  ];
}

function checkWorkload({ name, kind, file, ...rest }: Workload): Finding[] {
  if (!rest.podPath || kind === 'DaemonSet') {
    return [
      refusal('layout-unsupported', {
        message: `The pods of ${name} are no Deployment or StatefulSet of their own in Git, so nothing can scale them from there.`,
        fix: 'Change this app by hand in the GitOps repository.',
        field: 'workload',
        file,
      }),
    ];
  }
  const lacking = rest.containers.find(
    ({ resources }) => resources.requests.cpu === undefined,
  );
  return lacking
    ? [
        refusal('autoscaling-invalid', {
          message: `The container ${lacking.name} of ${name} requests no CPU, so its load cannot be told in percent.`,
          fix: 'Set its CPU request first.',
          field: 'workload',
          file,
        }),
      ]
    : [];
}
