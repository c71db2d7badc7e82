import { blockOptions } from '../profile/blockOptions';
import { domainOf, domainsOf } from '../profile/domainOf';
import { expandNames } from '../profile/expandNames';
import { gatewayReference } from '../profile/gatewayReference';
import type { BlockOptions, WritableProfile } from '../profile/Profile';
import { freeHostPart } from '../profile/freeHostPart';
import { hostPart } from '../profile/hostPart';
import { sharesDirectory } from '../profile/routeFiles';
import type { Finding } from '../finding/Finding';
import { directoryOf } from '../edit/directoryOf';
import type { YamlOutcome } from '../edit/yaml/emitYaml';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { appMetadata } from './appLabels';
import type { BlockContext, RetiringBlock } from './Block';
import {
  hostVariable,
  usesVariables,
  withoutVariable,
} from './clusterSettings';
import { fileFinding } from './fileFinding';
import { ownListenerName } from './ownListeners';
import { listFile } from './listedFile';
import { removeDocumentOrFile } from './removeDocumentOrFile';
import { manifestRoutes, type RouteValue } from './manifestRoutes';
import { routeHosts } from './routeHosts';
import { sharedDocuments } from './sharedDocuments';

type Options = BlockOptions<'http-route'>;

/** A public host and path of the app, on the listener that takes the host. */
export const httpRoute: RetiringBlock<'http-route', RouteValue> = {
  write(context, options, value) {
    const { tree, profile, app, names } = context;
    const domain = domainOf(profile, value.host, value.exposure);
    if (!domain) return [];
    const known = manifestRoutes(context, options).find(
      ({ hosts, exposure }) =>
        hosts.includes(value.host) && exposure === value.exposure,
    );
    if (known) {
      const edit = {
        kind: 'insert-item',
        path: ['spec', 'rules'],
        value: ruleOf(context, options, value),
      } as const;
      return fileFinding(
        known.file,
        tree.editYaml(known.file, edit, known.index),
      );
    }
    const first = expandNames(options.file, names);
    const isFirst = !tree.has(first) && !hasRoutes(context, options);
    const { file, name } = isFirst
      ? { file: first, name: app }
      : furtherPlace(context, options, value.host);
    return createRoute(context, options, file, name, {
      parentRefs: [writtenGateway(context, domain.gateway, value.host)],
      hostnames: [writtenHost(context, value.host)],
      rules: [ruleOf(context, options, value)],
    });
  },

  find(context, options) {
    return manifestRoutes(context, options).flatMap(({ values }) => values);
  },

  retire(context, options, { host }) {
    const { names } = context;
    const found = manifestRoutes(context, options).find(
      ({ file, hosts }) =>
        hosts.includes(host) && !file.startsWith(`${names.directory}/`),
    );
    return found ? removeDocumentOrFile(context, options, found) : [];
  },

  claims({ host }, { profile }) {
    return domainsOf(profile, host).map(({ gateway }) => ({
      kind: 'host',
      host,
      gateway,
    }));
  },
};

/**
 * Where a route of one more host goes, and what it is called. In a directory of
 * all apps names stay bare, as routes are told by them there; and so they do
 * where a variable of the same name holds another host by now.
 */
function furtherPlace(context: BlockContext, options: Options, host: string) {
  const { app, names } = context;
  const placeOf = (part: string) => ({
    file: expandNames(options.furtherFile, { ...names, host: part }),
    name: `${app}-${part}`,
  });
  if (sharesDirectory(options) || usesVariables(context)) {
    return placeOf(hostPart(host));
  }
  const own = manifestRoutes(context, options).map(({ file }) => file);
  return placeOf(freeHostPart(host, part => own.includes(placeOf(part).file)));
}

function createRoute(
  context: BlockContext,
  options: Options,
  file: string,
  name: string,
  spec: YamlValue,
): Finding[] {
  const { tree, names } = context;
  const metadata = appMetadata(names, name);
  const outcome: YamlOutcome = isNameTaken(context, options, name)
    ? { ok: false, reason: `there is another route called ${name}` }
    : tree.createYaml(file, {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: {
          ...metadata,
          namespace: options.namespace ?? metadata.namespace,
        },
        spec,
      });
  return [
    ...fileFinding(file, outcome),
    ...(outcome.ok ? listFile(context, file, options.list) : []),
  ];
}

/** Of a route that lies with those of other apps in one namespace. */
function isNameTaken(
  { tree, names }: BlockContext,
  { list, file, namespace }: Options,
  name: string,
): boolean {
  return (
    namespace !== undefined &&
    tree
      .listBelow(directoryOf(expandNames(list ?? file, names)))
      .some(
        path => sharedDocuments({ tree }, path, 'HTTPRoute', name).length > 0,
      )
  );
}

/** Routes under any name, those that a chart makes of its values as well: one more needs a name of its own. */
function hasRoutes(context: BlockContext, options: Options): boolean {
  const { tree, names } = context;
  const directory = directoryOf(expandNames(options.file, names));
  return (
    manifestRoutes(context, options).length > 0 ||
    [
      ...(sharesDirectory(options) ? [] : tree.list(directory)),
      ...valuesFiles(context),
    ].some(file =>
      tree
        .readYaml(file)
        .some(
          (document, index) => routeHosts(document, { file, index }).length > 0,
        ),
    )
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

/** By its variable, where the app's cluster sets that to the gateway's name. */
function writtenGateway(
  context: BlockContext,
  gateway: WritableProfile['domains'][number]['gateway'],
  host: string,
) {
  const written = gatewayReference(
    gateway,
    ownListenerName(context, gateway, host),
  );
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

function ruleOf(
  { names }: BlockContext,
  { namespace }: Options,
  { path, backend, port }: RouteValue,
): YamlValue {
  const isBeside = namespace === undefined || namespace === names.namespace;
  return {
    matches: [{ path: { type: 'PathPrefix', value: path } }],
    backendRefs: [
      {
        name: backend,
        ...(isBeside ? {} : { namespace: names.namespace }),
        port,
      },
    ],
  };
}
