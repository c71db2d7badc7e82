import { checkAppName } from '../checks/checkAppName';
import { checkChart } from '../checks/checkChart';
import { checkChartRepository } from '../checks/checkChartRepository';
import { checkChartValues } from '../checks/checkChartValues';
import { checkFacts } from '../checks/checkFacts';
import { checkOwner } from '../checks/checkOwner';
import { checkPlace } from '../checks/checkPlace';
import type { OperationOf } from '../operation/Operation';
import { projectSteps } from './aspects/project';
import { registrationSteps } from './aspects/registration';
import { releaseSteps } from './aspects/release';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { eachDirectory, placesOf } from './placesOf';

/** A new app that is a release of a chart: its registration, its namespace, and its values. */
export function planCreateChartApp(
  operation: OperationOf<'create-chart-app'>,
  context: OperationContext,
): OperationPlan {
  const { app, owner, system, description, chart, values } = operation;
  const findings = [
    ...checkAppName(app, context),
    ...checkPlace(operation, 'chart', context),
    ...checkOwner(owner, context),
    ...checkFacts(operation),
    ...checkChart(chart),
    ...checkChartValues(values, app, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  findings.push(...checkChartRepository(chart.repository, context));
  const { template } = context;
  const facts = {
    owner,
    system: system ?? app,
    description,
    template: template && `${template.name} ${template.version}`,
  };
  const places = placesOf(operation, context);
  return {
    findings,
    steps: [
      ...places.flatMap(at => [
        ...registrationSteps(at, facts),
        ...projectSteps(at, chart.repository),
      ]),
      ...eachDirectory(places).flatMap(at =>
        releaseSteps(at, { facts, chart, values }),
      ),
    ],
  };
}
