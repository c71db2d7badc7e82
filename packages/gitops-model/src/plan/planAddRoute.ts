import type { BlockContext } from '../blocks/Block';
import { checkHost } from '../checks/checkHost';
import { checkAppOwner } from '../checks/checkOwner';
import { checkPort } from '../checks/checkPort';
import { checkRoutePath } from '../checks/checkRoutePath';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { requireAspects } from './aspects/requireAspects';
import { routesOf, routeSteps } from './aspects/routes';
import { backendsOf } from './aspects/workload';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';

/** A public host for an app that is there. */
export function planAddRoute(
  { app, host, path, port }: OperationOf<'add-route'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppOwner(app, context),
    ...checkHost(host, context),
    ...checkRoutePath(path),
    ...(port === undefined ? [] : checkPort(port)),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const at = placeApp(app, context);
  findings.push(...requireAspects(at, ['list', 'address'], ['route']));
  if (isRefused(findings)) return { findings, steps: [] };

  const backend = findBackend(at, port);
  if (!backend.ok)
    return { findings: [...findings, backend.finding], steps: [] };
  const value = { host, path, backend: backend.name, port: backend.port };
  const held = routesOf(at).find(
    other =>
      other.host === host &&
      other.path === path &&
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
  return { findings, steps: routeSteps(at, value) };
}

type Backend =
  { ok: true; name: string; port: number } | { ok: false; finding: Finding };

function findBackend(at: BlockContext, port: number | undefined): Backend {
  const { app } = at;
  const backends = backendsOf(at);
  const fitting = backends.filter(
    backend => port === undefined || backend.port === port,
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
