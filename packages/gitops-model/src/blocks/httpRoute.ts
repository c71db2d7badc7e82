import { z } from 'zod';
import { blockOptions } from '../profile/blockOptions';
import { domainOf, domainsOf } from '../profile/domainOf';
import { exposureOf } from '../profile/exposureOf';
import { expandNames } from '../profile/expandNames';
import { gatewayReference } from '../profile/gatewayReference';
import type { BlockOptions, WritableProfile } from '../profile/Profile';
import { directoryOf } from '../edit/directoryOf';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { appMetadata } from './appLabels';
import type { Block, BlockContext } from './Block';
import {
  hostVariable,
  usesVariables,
  withoutVariable,
} from './clusterSettings';
import { fileFinding } from './fileFinding';
import { routeHosts } from './routeHosts';

export type RouteValue = {
  host: string;
  path: string;
  backend: string;
  port: number;
  /** Where the profile exposes the host's domain in several ways. */
  exposure?: string;
};

const routeSchema = z.object({
  kind: z.literal('HTTPRoute'),
  spec: z.object({
    hostnames: z.array(z.string()).default([]),
    parentRefs: z
      .array(z.object({ name: z.string(), namespace: z.string().optional() }))
      .default([]),
    rules: z
      .array(
        z.object({
          matches: z
            .array(z.object({ path: z.object({ value: z.string() }) }))
            .default([{ path: { value: '/' } }]),
          backendRefs: z
            .array(z.object({ name: z.string(), port: z.number() }))
            .default([]),
        }),
      )
      .default([]),
  }),
});

/** A public host and path of the app, on the listener that takes the host. */
export const httpRoute: Block<'http-route', RouteValue> = {
  write(context, options, value) {
    const { tree, profile, app, names } = context;
    const domain = domainOf(profile, value.host, value.exposure);
    if (!domain) return [];
    const known = routesOf(context, options).find(
      ({ hosts, exposure }) =>
        hosts.includes(value.host) && exposure === value.exposure,
    );
    if (known) {
      const edit = {
        kind: 'insert-item',
        path: ['spec', 'rules'],
        value: ruleOf(value),
      } as const;
      return fileFinding(
        known.file,
        tree.editYaml(known.file, edit, known.index),
      );
    }
    const first = expandNames(options.file, names);
    const host = value.host.replaceAll('.', '-');
    const isFirst = !tree.has(first) && !hasRoutes(context, options);
    const file = isFirst
      ? first
      : expandNames(options.furtherFile, { ...names, host });
    const outcome = tree.createYaml(file, {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: appMetadata(names, isFirst ? app : `${app}-${host}`),
      spec: {
        parentRefs: [writtenGateway(context, domain.gateway)],
        hostnames: [writtenHost(context, value.host)],
        rules: [ruleOf(value)],
      },
    });
    return fileFinding(file, outcome);
  },

  find(context, options) {
    return routesOf(context, options).flatMap(({ values }) => values);
  },

  claims({ host }, { profile }) {
    return domainsOf(profile, host).map(({ gateway }) => ({
      kind: 'host',
      host,
      gateway,
    }));
  },
};

interface FoundRoute {
  file: string;
  index: number;
  hosts: string[];
  exposure?: string;
  values: RouteValue[];
}

/** Routes under any name, those that a chart makes of its values as well: one more needs a name of its own. */
function hasRoutes(
  context: BlockContext,
  options: BlockOptions<'http-route'>,
): boolean {
  const { tree, names } = context;
  return [
    ...tree.list(directoryOf(expandNames(options.file, names))),
    ...valuesFiles(context),
  ].some(file =>
    tree
      .readYaml(file)
      .some(
        (document, index) => routeHosts(document, { file, index }).length > 0,
      ),
  );
}

/** Where a layout keeps a chart's values, which need not be beside the routes. */
function valuesFiles({ profile, layout, names }: BlockContext): string[] {
  return [
    ...blockOptions(profile, layout, 'helm-values').map(({ file }) => file),
    ...blockOptions(profile, layout, 'wrapper-chart').map(
      ({ valuesFile }) => valuesFile,
    ),
    ...blockOptions(profile, layout, 'chart-application').map(
      ({ file }) => file,
    ),
  ].map(file => expandNames(file, names));
}

function routesOf(
  context: BlockContext,
  options: BlockOptions<'http-route'>,
): FoundRoute[] {
  const { tree, profile, names } = context;
  const directory = directoryOf(expandNames(options.file, names));
  return tree.list(directory).flatMap(file =>
    tree.readYaml(file).flatMap((document, index): FoundRoute[] => {
      const { data } = routeSchema.safeParse(document);
      if (!data) return [];
      const { parentRefs, rules } = data.spec;
      const hostnames = data.spec.hostnames.map(host =>
        withoutVariable(context, host),
      );
      const exposure = exposureOf(profile, hostnames[0] ?? '', parentRefs);
      const values = hostnames.flatMap(host =>
        rules.flatMap(({ matches, backendRefs }) =>
          matches.flatMap(({ path }) =>
            backendRefs.map(({ name, port }) => ({
              host,
              path: path.value,
              backend: name,
              port,
              exposure,
            })),
          ),
        ),
      );
      return [{ file, index, hosts: hostnames, exposure, values }];
    }),
  );
}

/** By its variable, where the app's cluster sets that to the gateway's name. */
function writtenGateway(
  context: BlockContext,
  gateway: WritableProfile['domains'][number]['gateway'],
) {
  const written = gatewayReference(gateway);
  return withoutVariable(context, written.name) === gateway.name
    ? written
    : { ...written, name: gateway.name };
}

/** Flux puts it in for a variable where the platform writes hosts so. */
function writtenHost(context: BlockContext, host: string): string {
  return usesVariables(context)
    ? `\${${hostVariable(context.app, host)}}`
    : host;
}

function ruleOf({ path, backend, port }: RouteValue): YamlValue {
  return {
    matches: [{ path: { type: 'PathPrefix', value: path } }],
    backendRefs: [{ name: backend, port }],
  };
}
