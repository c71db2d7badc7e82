import { checkAppOwner } from '../checks/checkOwner';
import { checkRetirement } from '../checks/checkRetirement';
import { listStrangers } from '../checks/listStrangers';
import type { OperationOf } from '../operation/Operation';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placesOf } from './placesOf';
import { retireSteps } from './retireSteps';

/** Everything of an app out of the repository, wherever the profile's blocks write; nothing where it is gone already. */
export function planRetireApp(
  operation: OperationOf<'retire-app'>,
  context: OperationContext,
): OperationPlan {
  const places = placesOf(operation, context);
  const steps = places.flatMap(at => retireSteps(at, context));
  const isKnown = context.model.apps.some(({ name }) => name === operation.app);
  if (!isKnown && steps.every(step => step.isThere())) {
    return { findings: [], steps: [] };
  }
  const findings = [
    ...checkAppOwner(operation.app, context),
    ...checkRetirement(operation, places, context),
    ...places.flatMap(at => listStrangers(at, context)),
  ];
  return { findings, steps: isRefused(findings) ? [] : steps };
}
