import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const versionShape =
  /^v?(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}(-[0-9A-Za-z.-]{1,64})?(\+[0-9A-Za-z.-]{1,64})?$/;
const nameShape = /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/;
const repositoryShape =
  /^(https|oci):\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d{1,5})?(\/[A-Za-z0-9][A-Za-z0-9._-]*)*\/?$/;

/** A chart of a new app. */
export function checkChart({
  name,
  repository,
  version,
}: OperationOf<'create-chart-app'>['chart']): Finding[] {
  return [
    ...(nameShape.test(name)
      ? []
      : [
          refusal('chart-invalid', {
            message: `${quoteValue(name)} cannot name a chart.`,
            fix: 'Write the chart’s name as its repository has it, such as “qdrant”.',
            field: 'chart.name',
          }),
        ]),
    ...(repository.length <= 512 && repositoryShape.test(repository)
      ? []
      : [
          refusal('chart-invalid', {
            message: `${quoteValue(repository)} is no address of a chart repository.`,
            fix: 'Write an address such as “https://charts.example.org” or “oci://ghcr.io/example/charts”, without a password.',
            field: 'chart.repository',
          }),
        ]),
    ...checkChartVersion(version, 'chart.version'),
  ];
}

/** One exact version; a range would change by itself. */
export function checkChartVersion(version: string, field: string): Finding[] {
  return version.length <= 128 && versionShape.test(version)
    ? []
    : [
        refusal('chart-invalid', {
          message: `${quoteValue(version)} is no exact version of a chart.`,
          fix: 'Write one version, such as “4.6.2”.',
          field,
        }),
      ];
}
