import type { BlockContext } from '../../blocks/Block';
import type { AppFacts } from '../../blocks/appFacts';
import {
  chartApplication,
  type ReleaseValue,
} from '../../blocks/chartApplication';
import { helmValues } from '../../blocks/helmValues';
import { wrapperChart } from '../../blocks/wrapperChart';
import type { ChartValues } from '../../operation/chartValues';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { chartReleaseSteps } from './fluxRelease';
import { stepsFor } from '../stepsFor';

interface Release {
  facts: AppFacts;
  chart: ReleaseValue['chart'];
  values: ChartValues;
}

/** A release of a chart, in the form of the layout. */
export function releaseSteps(
  at: BlockContext,
  { facts, chart, values }: Release,
): Step[] {
  const isInline = blockOptions(
    at.profile,
    at.layout,
    'chart-application',
  ).some(options => options.values === 'inline');
  return [
    ...stepsFor('chart-application', chartApplication, at, [
      { facts, chart, ...(isInline ? { values } : {}) },
    ]),
    ...chartReleaseSteps(at, chart),
    ...stepsFor('helm-values', helmValues, at, [values]),
    ...stepsFor('wrapper-chart', wrapperChart, at, [{ chart, values }]),
  ];
}
