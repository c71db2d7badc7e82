import { applicationSetMember } from '../../blocks/applicationSetMember';
import type { AppFacts } from '../../blocks/appFacts';
import { argocdApplication } from '../../blocks/argocdApplication';
import type { BlockContext } from '../../blocks/Block';
import { catalogInfo } from '../../blocks/catalogInfo';
import { fluxKustomization } from '../../blocks/fluxKustomization';
import { helmCharts } from '../../blocks/helmCharts';
import { kustomizationLine } from '../../blocks/kustomizationLine';
import { namespace } from '../../blocks/namespace';
import { policyException } from '../../blocks/policyException';
import { pullSecret } from '../../blocks/pullSecret';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** What makes the engine deploy an app, with what the portal must know of it. */
export function registrationSteps(at: BlockContext, facts: AppFacts): Step[] {
  return [
    ...stepsFor('argocd-application', argocdApplication, at, [facts]),
    ...stepsFor('application-set-member', applicationSetMember, at, [
      'covered',
    ]),
    ...stepsFor('helm-charts', helmCharts, at, ['rendered']),
    ...stepsFor('catalog-info', catalogInfo, at, [facts]),
    ...stepsFor('flux-kustomization', fluxKustomization, at, [facts]),
    ...stepsFor('kustomization-line', kustomizationLine, at, ['listed']),
    ...stepsFor('namespace', namespace, at, [at.names.namespace]),
    ...stepsFor('pull-secret', pullSecret, at, ['brought']),
    ...stepsFor('policy-exception', policyException, at, ['exempted']),
  ];
}
