import { checkAppOwner, checkOwner } from '../checks/checkOwner';
import { refusal } from '../checks/refusal';
import type { OperationOf } from '../operation/Operation';
import { appAnnotations } from '../read/collect/appAnnotations';
import { valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { unitDocumentsOf } from './unitDocuments';

/** Another owner, on the app's own deployment unit. */
export function planSetOwner(
  { app, owner }: OperationOf<'set-owner'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppOwner(app, context),
    ...checkOwner(owner, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const known = context.model.apps.find(({ name }) => name === app);
  if (known?.owner === owner) return { findings, steps: [] };
  const units = unitDocumentsOf(app, context);
  const annotated = units.filter(({ annotations }) =>
    Object.hasOwn(annotations, appAnnotations.owner),
  );
  const places = annotated.length > 0 ? annotated : units.slice(0, 1);
  if (places.length === 0) {
    const finding = refusal('layout-unsupported', {
      message: `The app ${app} is generated and has no file of its own to say its owner, which comes from ${known?.ownerReason ?? 'the profile'}.`,
      fix: 'Ask the platform team to change the rule for owners in the profile.',
      field: 'owner',
    });
    return { findings: [...findings, finding], steps: [] };
  }
  return {
    findings,
    steps: places.map(at =>
      valueStep(
        context.tree,
        at,
        ['metadata', 'annotations', appAnnotations.owner],
        owner,
      ),
    ),
  };
}
