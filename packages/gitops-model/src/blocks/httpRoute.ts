import { z } from 'zod';
import { domainOf } from '../profile/domainOf';
import { expandNames } from '../profile/expandNames';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { appMetadata } from './appLabels';
import type { Block, BlockContext } from './Block';
import { fileFinding } from './fileFinding';

export type RouteValue = {
  host: string;
  path: string;
  backend: string;
  port: number;
};

const routeSchema = z.object({
  kind: z.literal('HTTPRoute'),
  spec: z.object({
    hostnames: z.array(z.string()).default([]),
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
    const domain = domainOf(profile, value.host);
    if (!domain) return [];
    const known = routesOf(context).find(({ hosts }) =>
      hosts.includes(value.host),
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
    const isFirst = !tree.has(first);
    const file = isFirst
      ? first
      : expandNames(options.furtherFile, { ...names, host });
    const outcome = tree.createYaml(file, {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: appMetadata(names, isFirst ? app : `${app}-${host}`),
      spec: {
        parentRefs: [{ ...domain.gateway }],
        hostnames: [value.host],
        rules: [ruleOf(value)],
      },
    });
    return fileFinding(file, outcome);
  },

  find(context) {
    return routesOf(context).flatMap(({ values }) => values);
  },

  claims({ host }, { profile }) {
    const domain = domainOf(profile, host);
    return domain ? [{ kind: 'host', host, gateway: domain.gateway }] : [];
  },
};

interface FoundRoute {
  file: string;
  index: number;
  hosts: string[];
  values: RouteValue[];
}

function routesOf({ tree, names }: BlockContext): FoundRoute[] {
  return tree.list(names.directory).flatMap(file =>
    tree.readYaml(file).flatMap((document, index): FoundRoute[] => {
      const { data } = routeSchema.safeParse(document);
      if (!data) return [];
      const { hostnames, rules } = data.spec;
      const values = hostnames.flatMap(host =>
        rules.flatMap(({ matches, backendRefs }) =>
          matches.flatMap(({ path }) =>
            backendRefs.map(({ name, port }) => ({
              host,
              path: path.value,
              backend: name,
              port,
            })),
          ),
        ),
      );
      return [{ file, index, hosts: hostnames, values }];
    }),
  );
}

function ruleOf({ path, backend, port }: RouteValue): YamlValue {
  return {
    matches: [{ path: { type: 'PathPrefix', value: path } }],
    backendRefs: [{ name: backend, port }],
  };
}
