import type { BlockContext } from '../blocks/Block';
import type { Finding } from '../finding/Finding';
import { domainOf } from '../profile/domainOf';
import { refusal } from './refusal';

/** Whether the gateways of all clusters an app runs on take a host. */
export function checkHostCluster(
  host: string,
  places: readonly BlockContext[],
): Finding[] {
  const refusing = places.find(({ profile, names }) => {
    const cluster = domainOf(profile, host)?.cluster;
    return cluster !== undefined && cluster !== names.cluster;
  });
  if (!refusing) return [];
  const { profile, app, names } = refusing;
  const fitting = profile.domains
    .filter(({ cluster }) =>
      places.every(
        place => cluster === undefined || cluster === place.names.cluster,
      ),
    )
    .map(({ domain }) => domain);
  return [
    refusal('host-outside-domains', {
      message: `The gateways of the cluster ${names.cluster}, where ${app} runs, do not take ${host}.`,
      fix: `Ask for a host under ${[...new Set(fitting)].join(' or ') || 'a domain of that cluster'}.`,
      field: 'host',
    }),
  ];
}
