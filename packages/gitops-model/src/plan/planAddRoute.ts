import { httpRoute } from '../blocks/httpRoute';
import { service } from '../blocks/service';
import { checkHost } from '../checks/checkHost';
import { checkAppOwner } from '../checks/checkOwner';
import { checkPort } from '../checks/checkPort';
import { checkRoutePath } from '../checks/checkRoutePath';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { blockOptions } from '../profile/blockOptions';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { requireLayout } from './requireLayout';
import { stepsFor } from './stepsFor';

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
  findings.push(
    ...requireLayout(
      app,
      ['app-kustomization', 'service'],
      ['http-route', 'service'],
      context,
    ),
  );
  if (isRefused(findings)) return { findings, steps: [] };

  const { tree, profile } = context;
  const at = { tree, profile, app };
  const backend = findBackend(app, port, context);
  if (!backend.ok)
    return { findings: [...findings, backend.finding], steps: [] };
  const value = { host, path, backend: backend.name, port: backend.port };
  const options = blockOptions(profile, 'http-route');
  const held = options
    ? httpRoute
        .find(at, options)
        .find(
          other =>
            other.host === host &&
            other.path === path &&
            (other.port !== value.port || other.backend !== value.backend),
        )
    : undefined;
  if (held) {
    const finding = refusal('path-taken', {
      message: `The path ${path} of ${host} leads to port ${held.port} of ${held.backend} already.`,
      fix: 'Ask for another path.',
      field: 'path',
    });
    return { findings: [...findings, finding], steps: [] };
  }
  return { findings, steps: stepsFor('http-route', httpRoute, at, [value]) };
}

type Backend =
  { ok: true; name: string; port: number } | { ok: false; finding: Finding };

function findBackend(
  app: string,
  port: number | undefined,
  { tree, profile }: OperationContext,
): Backend {
  const options = blockOptions(profile, 'service');
  const services = options ? service.find({ tree, profile, app }, options) : [];
  const backends = services.flatMap(({ name, ports }) =>
    ports.map(number => ({ name, port: number })),
  );
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
