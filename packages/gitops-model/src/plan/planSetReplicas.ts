import { checkAppOwner } from '../checks/checkOwner';
import { checkReplicas } from '../checks/checkReplicas';
import { refusal } from '../checks/refusal';
import type { OperationOf } from '../operation/Operation';
import { valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { requireWorkload } from './requireWorkload';
import { storageOf } from './storageOf';

/** How many pods an app runs; refused where an autoscaler says it. */
export function planSetReplicas(
  { app, workload: name, replicas }: OperationOf<'set-replicas'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppOwner(app, context),
    ...checkReplicas({ replicas, storage: storageOf(app, context) }, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const found = requireWorkload(app, name, context);
  if (!found.ok) return { findings: [...findings, found.finding], steps: [] };
  const { workload } = found;
  if (workload.autoscaler) {
    const finding = refusal('replicas-autoscaled', {
      message: `A ${workload.autoscaler} sets how many pods ${workload.name} runs.`,
      fix: 'Change its lower and upper bound instead.',
      field: 'replicas',
      file: workload.file,
    });
    return { findings: [...findings, finding], steps: [] };
  }
  return {
    findings,
    steps: [valueStep(context.tree, workload, workload.replicasPath, replicas)],
  };
}
