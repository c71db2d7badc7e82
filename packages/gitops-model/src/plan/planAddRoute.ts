import type { BlockContext } from '../blocks/Block';
import { checkHost } from '../checks/checkHost';
import { checkHostCluster } from '../checks/checkHostCluster';
import { checkAppOwner } from '../checks/checkOwner';
import { checkPort } from '../checks/checkPort';
import { checkRoutePath } from '../checks/checkRoutePath';
import { quoteValue } from '../checks/quoteValue';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { domainOf } from '../profile/domainOf';
import { requireAspects } from './aspects/requireAspects';
import { hostSteps, routesOf, routeSteps } from './aspects/routes';
import { backendsOf } from './aspects/workload';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { eachDirectory, placesOf } from './placesOf';

/** A public host for an app that is there. */
export function planAddRoute(
  operation: OperationOf<'add-route'>,
  context: OperationContext,
): OperationPlan {
  const { app, host, path, port, service, exposure } = operation;
  const places = placesOf(operation, context);
  const layouts = places.map(({ layout }) => layout);
  const findings = [
    ...checkAppOwner(app, context),
    ...checkHost(host, { ...context, layouts }, exposure),
    ...checkRoutePath(path),
    ...(port === undefined ? [] : checkPort(port)),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const at = placeApp(app, context);
  findings.push(
    ...requireAspects(at, ['list', 'address'], ['route']),
    ...checkHostCluster(host, places),
  );
  if (isRefused(findings)) return { findings, steps: [] };

  const backend = findBackend(at, port, service);
  if (!backend.ok)
    return { findings: [...findings, backend.finding], steps: [] };
  const value = {
    host,
    path,
    backend: backend.name,
    port: backend.port,
    exposure: domainOf(context.profile, host, exposure)?.exposure,
  };
  const held = routesOf(at).find(
    other =>
      other.host === host &&
      other.path === path &&
      other.exposure === value.exposure &&
      (other.port !== value.port || other.backend !== value.backend),
  );
  if (held) {
    const finding = refusal('path-taken', {
      message: `The path ${path} of ${host} leads to port ${held.port} of ${held.backend} already.`,
      fix: 'Ask for another path.',
      field: 'path',
    });
    return { findings: [...findings, finding], steps: [] };
  }
  return {
    findings,
    steps: [
      ...places.flatMap(place => hostSteps(place, host)),
      ...eachDirectory(places).flatMap(place => routeSteps(place, value)),
    ],
  };
}

type Backend =
  { ok: true; name: string; port: number } | { ok: false; finding: Finding };

function findBackend(
  at: BlockContext,
  port: number | undefined,
  service: string | undefined,
): Backend {
  const { app } = at;
  const backends = backendsOf(at);
  if (service !== undefined && backends.length === 0) {
    return fromChart(service, port);
  }
  const fitting = backends.filter(
    backend =>
      (port === undefined || backend.port === port) &&
      (service === undefined || backend.name === service),
  );
  const [only, other] = fitting;
  if (only && (!other || port !== undefined)) return { ok: true, ...only };
  const known = backends.map(backend => backend.port).join(', ') || 'no port';
  return {
    ok: false,
    finding: refusal('backend-port-unknown', {
      message:
        port === undefined
          ? `The Service of ${app} has ${known}, so the route must say which.`
          : `The Service of ${app} has no port ${port}; it has ${known}.`,
      fix: 'Choose a port of the Service.',
      field: 'port',
    }),
  };
}

const serviceShape = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** The address of a Service that a chart makes, as the requester knows it. */
function fromChart(service: string, port: number | undefined): Backend {
  if (serviceShape.test(service) && port !== undefined) {
    return { ok: true, name: service, port };
  }
  return {
    ok: false,
    finding: refusal('backend-port-unknown', {
      message:
        port === undefined
          ? 'A chart makes the Service, so the route must say its port.'
          : `${quoteValue(service)} cannot name a Service.`,
      fix: 'Look the Service up in the chart, and give its name and port.',
      field: port === undefined ? 'port' : 'service',
    }),
  };
}
