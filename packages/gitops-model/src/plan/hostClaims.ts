import type { BlockContext } from '../blocks/Block';
import type { Claim } from '../blocks/Claim';
import { ownListenerName } from '../blocks/ownListeners';
import type { RouteHost } from '../blocks/routeHosts';
import { hostsOverlap } from '../checks/hostsOverlap';
import { gatewayReference } from '../profile/gatewayReference';
import type { WritableProfile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { OperationContext } from './OperationContext';

/** What another host takes on each gateway of its route; `undefined` where one does not take it. */
export function hostClaims(
  { host, parents }: RouteHost,
  newHost: string,
  places: readonly BlockContext[],
  { model, profile }: OperationContext,
): Claim[] | undefined {
  const offered = profile.domains
    .filter(({ domain }) => newHost.endsWith(`.${domain}`))
    .map(({ gateway }) => gateway);
  const claims = parents.flatMap(({ name, namespace, sectionName }) => {
    const fitting = offered.find(
      gateway =>
        [gateway.name, gatewayReference(gateway).name].includes(name) &&
        (namespace === undefined || gateway.namespace === namespace) &&
        (gateway.sectionName === undefined
          ? followsOwn(places, { gateway, sectionName, host }) ||
            servesAlike(model, { gateway, sectionName, host, newHost })
          : [undefined, gateway.sectionName].includes(sectionName)),
    );
    return fitting
      ? [{ kind: 'host' as const, host: newHost, gateway: fitting }]
      : [];
  });
  return claims.length === parents.length ? claims : undefined;
}

interface Listening {
  gateway: WritableProfile['domains'][number]['gateway'];
  sectionName: string | undefined;
  host: string;
}

/** Whether a route hangs on listeners of its app alone, which get the other host with it. */
function followsOwn(
  places: readonly BlockContext[],
  { gateway, sectionName, host }: Listening,
): boolean {
  return places
    .map(at => ownListenerName(at, gateway, host))
    .every(
      name => name !== undefined && [undefined, name].includes(sectionName),
    );
}

/** Whether the listeners of a route serve another host by every protocol they serve the first by. */
function servesAlike(
  { gateways }: RepositoryModel,
  { gateway, sectionName, host, newHost }: Listening & { newHost: string },
): boolean {
  const listeners = gateways
    .filter(
      ({ name, namespace }) =>
        name === gateway.name && namespace === gateway.namespace,
    )
    .flatMap(found => found.listeners)
    .filter(({ name }) => [undefined, name].includes(sectionName));
  const protocolsOf = (wanted: string) =>
    listeners
      .filter(({ hostname }) => !hostname || hostsOverlap(hostname, wanted))
      .map(({ protocol }) => protocol);
  const offered = protocolsOf(newHost);
  return (
    offered.length > 0 &&
    protocolsOf(host).every(protocol => offered.includes(protocol))
  );
}
