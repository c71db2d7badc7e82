import type { YamlValue } from '../edit/yaml/YamlValue';
import type { Finding } from '../finding/Finding';
import type { ChartValues } from '../operation/chartValues';
import { isRecord } from '../read/isRecord';
import type { CheckContext } from './CheckContext';
import { checkPlainSecret } from './checkPlainSecret';
import { checkText } from './checkText';
import { hostsOverlap } from './hostsOverlap';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

/** What would let pods out of their sandbox, whatever the chart calls them. */
const insecure: Readonly<Record<string, (value: YamlValue) => boolean>> = {
  privileged: value => value === true,
  allowPrivilegeEscalation: value => value === true,
  hostNetwork: value => value === true,
  hostPID: value => value === true,
  hostIPC: value => value === true,
  hostPath: value => value !== null && value !== '' && value !== false,
  runAsUser: value => value === 0,
};

/**
 * Values of a chart, as far as they can be judged without the chart: texts,
 * secrets, what no pod may have, objects of their own, and hosts of others.
 */
export function checkChartValues(
  values: ChartValues,
  app: string,
  context: Pick<CheckContext, 'model'>,
): Finding[] {
  return entriesOf(values, 'values').flatMap(({ key, value, field }) => [
    ...checkText(key, field),
    ...checkPlainSecret(key, field),
    ...(typeof value === 'string'
      ? [
          ...checkText(value, field),
          ...checkPlainSecret(value, field, secretKey(key)),
          ...checkHostKey(key, value, field, app, context),
        ]
      : []),
    ...(Object.hasOwn(insecure, key) && insecure[key](value)
      ? [
          refusal('pod-insecure', {
            message: `The value ${quoteValue(key)} takes pods out of the restricted standard.`,
            fix: 'Leave it out, or ask the platform team.',
            field,
          }),
        ]
      : []),
    ...(isManifest(value)
      ? [
          refusal('manifest-unexpected', {
            message: 'The values hold a Kubernetes object of their own.',
            fix: 'Leave it out; what an app needs besides its chart is asked for by its own operation.',
            field,
          }),
        ]
      : []),
  ]);
}

interface Entry {
  /** Of the mapping the value stands in; in a list that of the list. */
  key: string;
  value: YamlValue;
  field: string;
}

function entriesOf(value: YamlValue, field: string, under = ''): Entry[] {
  if (isList(value)) {
    return value.flatMap((item, at) => [
      { key: under, value: item, field: `${field}.${at}` },
      ...entriesOf(item, `${field}.${at}`, under),
    ]);
  }
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    { key, value: item, field },
    ...entriesOf(item, field, key),
  ]);
}

/** As a variable's name, and none where it names a Secret instead of holding one. */
function secretKey(key: string): string | undefined {
  const name = key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return /^existing|secret$/i.test(name) ? undefined : name;
}

/** A host that another app's route holds, where a chart would make a route of it. */
function checkHostKey(
  key: string,
  value: string,
  field: string,
  app: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const holder = /host(name)?s?$/i.test(key)
    ? model.routes.find(
        route =>
          route.app !== app &&
          route.hostnames.some(host => hostsOverlap(host, value)),
      )
    : undefined;
  return holder
    ? [
        refusal('host-taken', {
          message: `The host ${value} belongs to the app ${holder.app}.`,
          fix: 'Ask for another host, or ask the owner of that app.',
          field,
          file: holder.source.file,
          line: holder.source.line,
        }),
      ]
    : [];
}

function isManifest(value: YamlValue): boolean {
  return typeof value === 'string'
    ? /^apiVersion:\s/m.test(value) && /^kind:\s/m.test(value)
    : isMapping(value) &&
        typeof value.apiVersion === 'string' &&
        typeof value.kind === 'string';
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMapping(
  value: YamlValue,
): value is { readonly [key: string]: YamlValue } {
  return isRecord(value);
}
