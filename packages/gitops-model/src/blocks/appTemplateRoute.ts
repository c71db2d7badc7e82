import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { Finding } from '../finding/Finding';
import { domainOf, domainsOf } from '../profile/domainOf';
import { gatewayReference } from '../profile/gatewayReference';
import { exposureOf } from '../profile/exposureOf';
import { freeHostPart } from '../profile/freeHostPart';
import { servicesOf } from './appTemplateService';
import {
  addValue,
  addValueItem,
  mainKey,
  readValues,
} from './appTemplateValues';
import type { Block, BlockContext } from './Block';
import type { RouteValue } from './manifestRoutes';
import { ownListenerName } from './ownListeners';
import { routeMatches } from './routeMatches';
import type { BlockOptions } from '../profile/Profile';
import { isRecord } from '../read/isRecord';

const routesSchema = z.record(
  z.string(),
  z.object({
    enabled: z.boolean().default(true),
    hostnames: z.array(z.string()),
    parentRefs: z.array(
      z.object({
        name: z.string(),
        namespace: z.string().optional(),
        sectionName: z.string().optional(),
      }),
    ),
    rules: z
      .array(
        z.object({
          matches: routeMatches,
          backendRefs: z
            .array(
              z.object({
                identifier: z.string().optional(),
                name: z.string().optional(),
                port: z.number().optional(),
              }),
            )
            .default([]),
        }),
      )
      .optional(),
  }),
);

type Options = BlockOptions<'app-template-route'>;

/** A public host and path of the app, as a route in the values of the app-template chart. */
export const appTemplateRoute: Block<'app-template-route', RouteValue> = {
  write(context, options, value) {
    const domain = domainOf(context.profile, value.host, value.exposure);
    if (!domain) return [];
    const routes = routesOf(context, options);
    const known = routes.find(
      ({ hosts, exposure }) =>
        hosts.includes(value.host) && exposure === value.exposure,
    );
    if (known) return addRule(context, options, known, value);
    const key = freeKey(readValues(context, options).route, value.host);
    const isDefault =
      value.path === '/' && isOnlyBackend(context, options, value);
    return addValue(
      context,
      options,
      ['route', key],
      {
        hostnames: [value.host],
        parentRefs: [
          gatewayReference(
            domain.gateway,
            ownListenerName(context, domain.gateway, value.host),
          ),
        ],
        ...(isDefault ? {} : { rules: [ruleOf(context, options, value)] }),
      },
      { after: 'service' },
    );
  },

  find(context, options) {
    return routesOf(context, options).flatMap(({ hosts, exposure, targets }) =>
      hosts.flatMap(host =>
        targets.map(target => ({ host, ...target, exposure })),
      ),
    );
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
  key: string;
  hosts: string[];
  exposure?: string;
  /** Without rules the chart leads everything to its first Service. */
  hasRules: boolean;
  targets: Omit<RouteValue, 'host' | 'exposure'>[];
}

function routesOf(context: BlockContext, options: Options): FoundRoute[] {
  const { profile } = context;
  const services = servicesOf(context, options);
  const { data = {} } = routesSchema.safeParse(
    readValues(context, options).route,
  );
  return Object.entries(data)
    .filter(([, { enabled }]) => enabled)
    .map(([key, { hostnames, parentRefs, rules }]) => {
      const [first] = services;
      const usual = first
        ? [{ path: '/', backend: first.name, port: first.port }]
        : [];
      return {
        key,
        hosts: hostnames,
        exposure: exposureOf(profile, hostnames[0] ?? '', parentRefs),
        hasRules: rules !== undefined,
        targets:
          rules?.flatMap(({ matches, backendRefs }) =>
            matches.flatMap(({ path }) =>
              backendRefs.flatMap(({ identifier, name, port }) => {
                const service = services.find(
                  candidate =>
                    (candidate.key === identifier || candidate.name === name) &&
                    (port === undefined || candidate.port === port),
                );
                return service
                  ? [
                      {
                        path: path.value,
                        backend: service.name,
                        port: service.port,
                      },
                    ]
                  : [];
              }),
            ),
          ) ?? usual,
      };
    });
}

/** A further path of a host. What the chart did by itself until now has to be said then. */
function addRule(
  context: BlockContext,
  options: Options,
  { key, hasRules, targets }: FoundRoute,
  value: RouteValue,
): Finding[] {
  const path = ['route', key, 'rules'];
  const rule = ruleOf(context, options, value);
  return hasRules
    ? addValueItem(context, options, path, rule)
    : addValue(context, options, path, [
        ...targets.map(target => ruleOf(context, options, target)),
        rule,
      ]);
}

function ruleOf(
  context: BlockContext,
  options: Options,
  { path, backend, port }: Omit<RouteValue, 'host' | 'exposure'>,
): YamlValue {
  const service = servicesOf(context, options).find(
    candidate => candidate.name === backend && candidate.port === port,
  );
  return {
    matches: [{ path: { type: 'PathPrefix', value: path } }],
    backendRefs: [{ identifier: service?.key ?? mainKey, port }],
  };
}

function isOnlyBackend(
  context: BlockContext,
  options: Options,
  { backend, port }: RouteValue,
): boolean {
  const [only, ...others] = servicesOf(context, options);
  return others.length === 0 && only?.name === backend && only.port === port;
}

/** Routes that are switched off have their keys too. */
function freeKey(routes: unknown, host: string): string {
  const taken = isRecord(routes) ? Object.keys(routes) : [];
  return taken.includes(mainKey)
    ? freeHostPart(host, part => taken.includes(part))
    : mainKey;
}
