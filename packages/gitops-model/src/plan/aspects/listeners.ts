import type { BlockContext } from '../../blocks/Block';
import { certificate, certificatePlaces } from '../../blocks/certificate';
import { gatewayListener, listenerPlaces } from '../../blocks/gatewayListener';
import type { RouteValue } from '../../blocks/manifestRoutes';
import { referenceGrant } from '../../blocks/referenceGrant';
import { blockOptions } from '../../profile/blockOptions';
import { domainOf } from '../../profile/domainOf';
import { expandNames } from '../../profile/expandNames';
import { createStep, type Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** What a host needs besides its route where no listener of all apps takes it. */
export function listenerSteps(
  at: BlockContext,
  { host, exposure }: RouteValue,
): Step[] {
  const { profile, layout, names } = at;
  const gateway = domainOf(profile, host, exposure)?.gateway;
  if (!gateway || gateway.sectionName !== undefined) return [];
  const listeners = blockOptions(profile, layout, 'gateway-listener').filter(
    options => options.gateway === gateway.name,
  );
  const grants = blockOptions(profile, layout, 'reference-grant').filter(
    options => options.of === 'certificate',
  );
  const secrets = new Set(
    listeners.map(options => expandNames(options.certificate.name, names)),
  );
  return [
    ...listeners.map(options =>
      createStep(gatewayListener, at, options, { host }),
    ),
    ...stepsFor(
      'certificate',
      certificate,
      at,
      listeners.length > 0 ? [{ host }] : [],
    ),
    ...grants.flatMap(options =>
      [...secrets].map(name =>
        createStep(referenceGrant, at, options, { name }),
      ),
    ),
  ];
}

/** What lets a route that lies elsewhere lead to the app. */
export function backendGrantSteps(
  at: BlockContext,
  { backend }: RouteValue,
): Step[] {
  return blockOptions(at.profile, at.layout, 'reference-grant')
    .filter(options => options.of === 'route')
    .map(options => createStep(referenceGrant, at, options, { name: backend }));
}

/** Where listeners and certificates of the app name a host. */
export function listenerHostPlaces(at: BlockContext, host: string) {
  const { profile, layout } = at;
  return [
    ...blockOptions(profile, layout, 'gateway-listener').flatMap(options =>
      listenerPlaces(at, options, host),
    ),
    ...blockOptions(profile, layout, 'certificate').flatMap(options =>
      certificatePlaces(at, options, host),
    ),
  ];
}
