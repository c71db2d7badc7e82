import type { AppFacts } from '../blocks/appFacts';
import type { BlockContext } from '../blocks/Block';
import { catalogInfo, componentIndex } from '../blocks/catalogInfo';
import { checkAppOwner, checkOwner } from '../checks/checkOwner';
import { mayTouch } from '../checks/checkPlanBoundary';
import { refusal } from '../checks/refusal';
import type { OperationOf } from '../operation/Operation';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { appAnnotations } from '../read/collect/appAnnotations';
import { valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { placesOf } from './placesOf';
import type { Step } from './Step';
import { unitDocumentsOf } from './unitDocuments';

/** Another owner, on the app's own deployment unit. */
export function planSetOwner(
  operation: OperationOf<'set-owner'>,
  context: OperationContext,
): OperationPlan {
  const { app, owner } = operation;
  const findings = [
    ...checkAppOwner(app, context),
    ...checkOwner(owner, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const known = context.model.apps.find(({ name }) => name === app);
  if (known?.owner === owner) return { findings, steps: [] };
  const at = placeApp(app, context);
  const components = blockOptions(at.profile, at.layout, 'catalog-info');
  if (components.length > 0) {
    const facts = {
      owner,
      system: known?.system ?? app,
      description: known?.description,
      template: known?.template,
    };
    return {
      findings,
      steps: components.map(options => componentStep(at, options, facts)),
    };
  }
  const units = unitDocumentsOf(app, context);
  const annotated = units.filter(({ annotations }) =>
    Object.hasOwn(annotations, appAnnotations.owner),
  );
  const places = annotated.length > 0 ? annotated : units.slice(0, 1);
  const own = placesOf(operation, context);
  const foreign = places.find(
    ({ file }) => !own.some(place => mayTouch(file, 'change', place)),
  );
  if (places.length === 0 || foreign) {
    const finding = refusal('layout-unsupported', {
      message: foreign
        ? `${foreign.file} declares ${app}, which is no place that the profile has for such an app.`
        : `The app ${app} has no file of its own to say its owner, which comes from ${known?.ownerReason ?? 'the profile'}.`,
      fix: 'Ask the platform team to change the rule for owners in the profile.',
      field: 'owner',
    });
    return { findings: [...findings, finding], steps: [] };
  }
  return {
    findings,
    steps: places.map(place =>
      valueStep(
        context.tree,
        place,
        ['metadata', 'annotations', appAnnotations.owner],
        owner,
      ),
    ),
  };
}

/** The owner in the app's Component, which is written where there is none yet. */
function componentStep(
  at: BlockContext,
  options: BlockOptions<'catalog-info'>,
  facts: AppFacts,
): Step {
  const file = expandNames(options.file, at.names);
  const index = componentIndex(at, options);
  return index === -1
    ? {
        claims: [],
        isThere: () => false,
        write: () => catalogInfo.write(at, options, facts),
      }
    : valueStep(at.tree, { file, index }, ['spec', 'owner'], facts.owner);
}
