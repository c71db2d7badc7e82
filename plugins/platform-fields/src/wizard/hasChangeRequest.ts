import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';

/** Whether a template ends in a change request, whose change can be shown. */
export function hasChangeRequest(template: TemplateEntityV1beta3): boolean {
  return template.spec.steps.some(isChangeRequestStep);
}

/** Whether a step opens a change request. */
export function isChangeRequestStep(step: { action?: unknown }): boolean {
  return step.action === 'platform:change-request:open';
}
