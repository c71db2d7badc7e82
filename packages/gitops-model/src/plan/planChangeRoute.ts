import type { BlockContext } from '../blocks/Block';
import { settingPlaces } from '../blocks/clusterSettings';
import { manifestRoutes } from '../blocks/manifestRoutes';
import { type RouteHost, routeHosts } from '../blocks/routeHosts';
import { documentsIn } from '../blocks/workload';
import { checkHost } from '../checks/checkHost';
import { checkHostCluster } from '../checks/checkHostCluster';
import { checkAppOwner } from '../checks/checkOwner';
import { quoteValue } from '../checks/quoteValue';
import { refusal } from '../checks/refusal';
import { directoryOf } from '../edit/directoryOf';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import { sharesDirectory } from '../profile/routeFiles';
import { hostMoves } from './aspects/hostMoves';
import { listenerHostPlaces } from './aspects/listeners';
import { valueStep } from './editSteps';
import { hostClaims } from './hostClaims';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placesOf } from './placesOf';
import { unitDocumentsOf } from './unitDocuments';
import { directoriesOf } from './workloadsOf';

/** Another host for an app's routes, in manifests and in a chart's values. */
export function planChangeRoute(
  operation: OperationOf<'change-route'>,
  context: OperationContext,
): OperationPlan {
  const { app, host, newHost } = operation;
  const places = placesOf(operation, context);
  const layouts = places.map(({ layout }) => layout);
  const findings = [
    ...checkAppOwner(app, context),
    ...[
      ...checkHost(newHost, { ...context, layouts }),
      ...checkHostCluster(newHost, places),
    ].map(finding => ({ ...finding, field: 'newHost' })),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const routes = routesOf(app, places, context);
  const found = routes.filter(route => route.host === host);
  const isDone = routes.some(route => route.host === newHost);
  if (found.length === 0 && !isDone) {
    findings.push(hostUnknown(app, host, routes));
  }
  const planned = found.map(route => ({
    route,
    claims: hostClaims(route, newHost, places, context),
  }));
  const listeners = places.flatMap(at => listenerHostPlaces(at, host));
  const refusing = planned.find(({ claims }) => claims === undefined);
  if (refusing) findings.push(gatewayRefuses(refusing.route, newHost));
  if (isRefused(findings)) return { findings, steps: [] };
  const isShared = context.model.routes.some(
    route => route.app !== app && route.hostnames.includes(host),
  );
  const moves =
    found.length === 0 || isShared
      ? []
      : places.flatMap(at => hostMoves(at, { host, newHost }));
  const changed = [
    ...[...found, ...listeners].map(({ file }) => file),
    ...moves.flatMap(({ files }) => files),
  ];
  return {
    findings: [...findings, ...listReferrers(host, changed, context)],
    steps: [
      ...planned.map(({ route, claims = [] }) => ({
        ...valueStep(context.tree, route, route.path, newHost),
        claims,
      })),
      ...listeners.map(place => ({
        ...valueStep(context.tree, place, place.path, newHost),
        claims: place.claims(newHost),
      })),
      ...moves.map(({ step }) => step),
    ],
  };
}

/** The hosts of an app where they are written: in a route, or where its variable is set. */
function routesOf(
  app: string,
  places: readonly BlockContext[],
  context: OperationContext,
): RouteHost[] {
  const central = places.flatMap(at =>
    blockOptions(at.profile, at.layout, 'http-route')
      .filter(sharesDirectory)
      .flatMap(options => manifestRoutes(at, options)),
  );
  const documents = [
    ...documentsIn(context.tree, [
      ...directoriesOf(app, context),
      ...places.flatMap(routeDirectories),
    ]),
    ...unitDocumentsOf(app, context),
    ...new Map(
      central.map(route => [`${route.file}:${route.index}`, route]),
    ).values(),
  ];
  return documents
    .flatMap(({ document, file, index }) =>
      routeHosts(document, { file, index }),
    )
    .flatMap(route => {
      const settings = places.flatMap(at => settingPlaces(at, route.host));
      return settings.length === 0
        ? [route]
        : settings.map(({ file, index, path, value }) => ({
            ...route,
            file,
            index,
            path,
            host: value,
          }));
    });
}

/** Directories of the app in which its layout keeps routes, such as the templates of a chart. */
function routeDirectories({ profile, layout, names }: BlockContext): string[] {
  return blockOptions(profile, layout, 'http-route')
    .filter(options => !sharesDirectory(options))
    .map(({ file }) => directoryOf(expandNames(file, names)));
}

function hostUnknown(
  app: string,
  host: string,
  routes: readonly RouteHost[],
): Finding {
  const hosts = [...new Set(routes.map(route => route.host))].join(', ');
  return refusal('route-unknown', {
    message: hosts
      ? `The app ${app} has no route for ${quoteValue(host)}; it has ${hosts}.`
      : `No file of the app ${app} holds a route.`,
    fix: 'Choose a host of the app, or add a route.',
    field: 'host',
  });
}

function gatewayRefuses({ parents, file }: RouteHost, host: string): Finding {
  const names = parents.map(
    ({ name, sectionName }) =>
      `${name}${sectionName === undefined ? '' : `/${sectionName}`}`,
  );
  return refusal('listener-refuses-host', {
    message: `The route of ${file} is bound to ${names.join(', ')}, which does not take ${host}.`,
    fix: 'Choose a host of the same domain, or add a route for the new host.',
    field: 'newHost',
    file,
  });
}

/** Other files that name the old host, which no block of the profile follows it in. */
function listReferrers(
  host: string,
  changed: readonly string[],
  { tree }: OperationContext,
): Finding[] {
  if (changed.length === 0) return [];
  const files = new Set(changed);
  const name = host.replaceAll('.', '\\.');
  const whole = new RegExp(`(?<![a-z0-9.-])${name}(?![a-z0-9-]|\\.[a-z0-9])`);
  return tree
    .listAll()
    .filter(file => !files.has(file) && /\.(ya?ml|json|tf)$/.test(file))
    .filter(file => whole.test(tree.readText(file) ?? ''))
    .map(file => ({
      code: 'still-referenced',
      severity: 'warning',
      message: `${file} names ${host}, which no route will serve.`,
      fix: 'Change that file too, where it is to lead to the app.',
      file,
    }));
}
