import {
  argocdApplication,
  type AppFacts,
} from '../../blocks/argocdApplication';
import type { BlockContext } from '../../blocks/Block';
import { kustomizationLine } from '../../blocks/kustomizationLine';
import { namespace } from '../../blocks/namespace';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** What makes the engine deploy an app, with what the portal must know of it. */
export function registrationSteps(at: BlockContext, facts: AppFacts): Step[] {
  return [
    ...stepsFor('argocd-application', argocdApplication, at, [facts]),
    ...stepsFor('kustomization-line', kustomizationLine, at, ['listed']),
    ...stepsFor('namespace', namespace, at, [at.names.namespace]),
  ];
}
