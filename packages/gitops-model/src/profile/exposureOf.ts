import { domainsOf } from './domainOf';
import { gatewayReference } from './gatewayReference';
import type { WritableProfile } from './Profile';

/** How a route of these gateways exposes a host, where the profile tells ways apart. */
export function exposureOf(
  profile: WritableProfile,
  host: string,
  gateways: readonly { name: string; namespace?: string }[],
): string | undefined {
  return domainsOf(profile, host).find(({ gateway }) =>
    gateways.some(
      ({ name, namespace = gateway.namespace }) =>
        [gateway.name, gatewayReference(gateway).name].includes(name) &&
        namespace === gateway.namespace,
    ),
  )?.exposure;
}
