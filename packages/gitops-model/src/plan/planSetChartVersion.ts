import { type PinnedChart, pinnedCharts } from '../blocks/pinnedCharts';
import { documentsIn } from '../blocks/workload';
import { checkChartVersion } from '../checks/checkChart';
import { checkAppOwner } from '../checks/checkOwner';
import { mayTouch } from '../checks/checkPlanBoundary';
import { quoteValue } from '../checks/quoteValue';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { unitDocumentsOf } from './unitDocuments';
import { directoriesOf } from './workloadsOf';

/** Another version of a chart of an app, wherever Git pins it. */
export function planSetChartVersion(
  { app, chart: wanted, version }: OperationOf<'set-chart-version'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppOwner(app, context),
    ...checkChartVersion(version, 'version'),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const charts = chartsOf(app, context);
  const names = new Set(charts.map(({ name }) => name));
  const fitting = charts.filter(
    ({ name }) => name === wanted || (wanted === undefined && names.size === 1),
  );
  findings.push(
    ...(fitting.length === 0 ? [chartUnknown(app, names)] : []),
    ...fitting.flatMap(chart => checkPlace(app, chart, context)),
  );
  return {
    findings,
    steps: isRefused(findings)
      ? []
      : fitting.map(chart =>
          valueStep(context.tree, chart, chart.versionPath, version),
        ),
  };
}

function chartsOf(app: string, context: OperationContext): PinnedChart[] {
  return [
    ...documentsIn(context.tree, directoriesOf(app, context)),
    ...unitDocumentsOf(app, context),
  ].flatMap(({ document, file, index }) =>
    pinnedCharts(document, { file, index }),
  );
}

function chartUnknown(app: string, names: ReadonlySet<string>): Finding {
  return refusal('chart-unknown', {
    message:
      names.size === 0
        ? `No file of the app ${quoteValue(app)} pins the version of a chart.`
        : `The app ${app} has the charts ${[...names].join(', ')}, so the change must say which.`,
    fix:
      names.size === 0
        ? 'Change this app by hand in the GitOps repository.'
        : 'Name one of them.',
    field: 'chart',
  });
}

function foreignFile(name: string, file: string): Finding {
  return refusal('layout-unsupported', {
    message: `${file} pins the version of ${name} where the profile has no place for the app.`,
    fix: 'Change it by hand in the GitOps repository; other apps may share it.',
    field: 'version',
    file,
  });
}

function checkPlace(
  app: string,
  { file, version, name }: PinnedChart,
  context: OperationContext,
): Finding[] {
  const lock = file.replace(/Chart\.yaml$/, 'Chart.lock');
  const isLocked = lock !== file && context.tree.has(lock);
  const isVariable = version.includes('${');
  if (!isLocked && !isVariable) {
    const isOwn = mayTouch(file, 'change', placeApp(app, context));
    return isOwn ? [] : [foreignFile(name, file)];
  }
  return [
    refusal('layout-unsupported', {
      message: isLocked
        ? `${lock} holds the version of ${name} with a checksum that only Helm writes.`
        : `${file} takes the version of ${name} from the variable ${version}.`,
      fix: isLocked
        ? 'Run `helm dependency update` and bring the change by hand.'
        : 'Change the variable by hand in the GitOps repository.',
      field: 'version',
      file,
    }),
  ];
}
