import type { Finding } from '../finding/Finding';
import { blockOptions } from '../profile/blockOptions';
import { domainOf, domainsOf } from '../profile/domainOf';
import type { Layout, WritableProfile } from '../profile/Profile';
import type { Gateway } from '../read/RepositoryModel';
import type { CheckContext } from './CheckContext';
import { hostsOverlap } from './hostsOverlap';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

type HostContext = Pick<CheckContext, 'model' | 'profile'> & {
  /** Those of the app; every one of the profile where nobody knows the app yet. */
  layouts?: readonly Layout[];
};

/** A public host that an app asks for, whoever may hold it. */
export function checkHost(
  host: string,
  context: HostContext,
  exposure?: string,
): Finding[] {
  const { profile } = context;
  const domains = [
    ...new Set(profile.domains.map(({ domain }) => domain)),
  ].join(' or ');
  if (host.includes('*')) {
    return [
      refusal('host-invalid', {
        message: `${quoteValue(host)} is a wildcard; an app gets one host at a time.`,
        fix: `Ask for one host under ${domains}.`,
        field: 'host',
      }),
    ];
  }
  if (host.length > 253 || !host.split('.').every(part => label.test(part))) {
    return [
      refusal('host-invalid', {
        message: `${quoteValue(host)} is no host name: it is made of labels of a-z, 0-9 and “-”, joined by dots.`,
        fix: `Ask for a host such as “my-app.${profile.domains[0].domain}”; other scripts are written in their xn-- form.`,
        field: 'host',
      }),
    ];
  }
  const domain = domainOf(profile, host);
  if (!domain) {
    return [
      refusal('host-outside-domains', {
        message: `${quoteValue(host)} does not lie under ${domains}.`,
        fix: `Ask for a host under ${domains}.`,
        field: 'host',
      }),
    ];
  }
  const name = host.slice(0, -domain.domain.length - 1);
  if (name.includes('.')) {
    return [
      refusal('host-outside-domains', {
        message: `${quoteValue(host)} has more than one label before ${domain.domain}, and the certificate covers one.`,
        fix: `Ask for “${name.replaceAll('.', '-')}.${domain.domain}”.`,
        field: 'host',
      }),
    ];
  }
  if (domain.reserved.includes(name)) {
    return [
      refusal('host-reserved', {
        message: `The host ${host} is reserved for the platform.`,
        fix: 'Ask for another host.',
        field: 'host',
      }),
    ];
  }
  const exposed = domainOf(profile, host, exposure);
  if (!exposed) {
    const known = domainsOf(profile, host).flatMap(
      candidate => candidate.exposure ?? [],
    );
    return [
      refusal('exposure-unknown', {
        message: `This platform cannot expose ${host} as ${quoteValue(exposure ?? '')}.`,
        fix:
          known.length === 0
            ? 'Leave it away: there is one way only.'
            : `Choose one of ${known.join(', ')}.`,
        field: 'exposure',
      }),
    ];
  }
  return checkListener(host, exposed, context);
}

function checkListener(
  host: string,
  { gateway }: WritableProfile['domains'][number],
  context: HostContext,
): Finding[] {
  const found = context.model.gateways.find(
    ({ name, namespace }) =>
      name === gateway.name && namespace === gateway.namespace,
  );
  if (found && gateway.sectionName === undefined) {
    return checkAnyListener(host, found, context);
  }
  const listener = found?.listeners.find(
    ({ name }) => name === gateway.sectionName,
  );
  if (!listener) {
    return [
      refusal('gateway-unknown', {
        message: `The repository has no ${gateway.sectionName === undefined ? '' : `listener ${gateway.sectionName} of the `}gateway ${gateway.namespace}/${gateway.name}, which the profile names for ${host}.`,
        fix: 'Ask the platform team to bring the profile in line with the gateway.',
        field: 'host',
      }),
    ];
  }
  if (listener.hostname && !hostsOverlap(listener.hostname, host)) {
    return [
      refusal('listener-refuses-host', {
        message: `The listener ${listener.name} takes ${listener.hostname} and so not ${host}.`,
        fix: `Ask for a host that ${listener.hostname} covers.`,
        field: 'host',
      }),
    ];
  }
  return [];
}

/** A host that gets a listener of its own needs none that takes it. */
function checkAnyListener(
  host: string,
  { name, namespace, listeners }: Gateway,
  { profile, layouts = profile.layouts }: HostContext,
): Finding[] {
  const makesListeners = layouts.every(layout =>
    blockOptions(profile, layout, 'gateway-listener').some(
      ({ gateway }) => gateway === name,
    ),
  );
  const isTaken = listeners.some(
    ({ hostname }) => !hostname || hostsOverlap(hostname, host),
  );
  return makesListeners || isTaken
    ? []
    : [
        refusal('listener-refuses-host', {
          message: `No listener of the gateway ${namespace}/${name} takes ${host}.`,
          fix: 'Ask for a host that one of its listeners covers.',
          field: 'host',
        }),
      ];
}
