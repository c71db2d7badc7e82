import { checkImage } from '../checks/checkImage';
import { checkAppOwner } from '../checks/checkOwner';
import type { OperationOf } from '../operation/Operation';
import { writtenImage } from '../profile/writtenImage';
import { removeEntryStep, valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { requireContainer } from './requireContainer';

/** Another image for a container of an app; only its lines change. */
export function planSetImage(
  operation: OperationOf<'set-image'>,
  context: OperationContext,
): OperationPlan {
  const { app, image } = operation;
  const findings = [
    ...checkAppOwner(app, context),
    ...checkImage(image, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const found = requireContainer(operation, context);
  if (!found.ok) return { findings: [...findings, found.finding], steps: [] };
  const { tree } = context;
  const { workload, container } = found;
  return {
    findings,
    steps: container
      .imageTexts(writtenImage(image, context.profile))
      .map(({ path, value }) =>
        value === undefined
          ? removeEntryStep(tree, workload, path)
          : valueStep(tree, workload, path, value),
      ),
  };
}
