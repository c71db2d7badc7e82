import { checkDashboardEntry } from '../checks/checkDashboardEntry';
import { checkAppOwner } from '../checks/checkOwner';
import { refusal } from '../checks/refusal';
import type { OperationOf } from '../operation/Operation';
import { dashboardEntriesOf, dashboardSteps } from './aspects/dashboard';
import { requireAspects } from './aspects/requireAspects';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';

/** A link to an app on the dashboard of its platform. */
export function planAddDashboardEntry(
  operation: OperationOf<'add-dashboard-entry'>,
  context: OperationContext,
): OperationPlan {
  const { app, title, group, host, icon, description } = operation;
  const at = placeApp(app, context);
  const findings = [
    ...checkAppOwner(app, context),
    ...checkDashboardEntry(operation, context),
    ...requireAspects(at, [], ['dashboard']),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const href = `https://${host}`;
  const steps = dashboardSteps(at, { title, group, href, icon, description });
  const held = dashboardEntriesOf(at).find(
    entry => entry.group === group && entry.title === title,
  );
  if (held && !steps.every(step => step.isThere())) {
    findings.push(
      refusal('dashboard-title-taken', {
        message: `There is an entry ${title} under ${group} already, which opens ${held.href}.`,
        fix: 'Choose another title.',
        field: 'title',
      }),
    );
  }
  return { findings, steps: isRefused(findings) ? [] : steps };
}
