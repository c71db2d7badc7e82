import { refusal } from '../checks/refusal';
import { orderLike } from '../edit/yaml/orderLike';
import { valueAt } from '../edit/yaml/setValue';
import type { YamlPath, YamlValue } from '../edit/yaml/YamlValue';
import { domainsOf } from '../profile/domainOf';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext, RetiringBlock } from './Block';
import type { Claim } from './Claim';
import { fileFinding } from './fileFinding';
import {
  gatewayIn,
  nameOf,
  namespaceLabel,
  ownListeners,
  routeNamespace,
  selectedNamespace,
} from './ownListeners';
import type { DocumentPlace } from './workload';

export type ListenerValue = { host: string };

type Options = BlockOptions<'gateway-listener'>;

/** The Gateway API admits no more of one Gateway. */
const maxListeners = 64;
const listenersPath = ['spec', 'listeners'];

/** A listener for one host of the app, in a Gateway of all apps. */
export const gatewayListener: RetiringBlock<'gateway-listener', ListenerValue> =
  {
    write(context, options, { host }) {
      const { tree, names } = context;
      const file = expandNames(options.file, names);
      const found = gatewayIn(context, options);
      if (!found) {
        const reason = `it has no Gateway ${options.gateway}`;
        return fileFinding(file, { ok: false, reason });
      }
      if (found.listeners.length >= maxListeners) {
        return [
          refusal('gateway-full', {
            message: `The Gateway ${options.gateway} has ${found.listeners.length} listeners, and no Gateway can have more than ${maxListeners}.`,
            fix: 'Ask the platform team for another Gateway, or for one listener that takes all hosts of a domain.',
            field: 'host',
            file,
          }),
        ];
      }
      const name = newName(context, options, host);
      if (found.listeners.some(listener => nameOf(listener) === name)) {
        const reason = `its Gateway has a listener ${name} for another host`;
        return fileFinding(file, { ok: false, reason });
      }
      const like = found.listeners.findLast(
        listener => selectedNamespace(listener) !== undefined,
      );
      const edit = {
        kind: 'insert-item',
        path: listenersPath,
        value: listenerLike(context, options, { name, host }, like),
      } as const;
      return fileFinding(file, tree.editYaml(file, edit, found.index));
    },

    find(context, options) {
      return ownListeners(context, options).map(({ host }) => ({ host }));
    },

    retire(context, options, { host }) {
      const file = expandNames(options.file, context.names);
      const found = ownListeners(context, options).find(
        listener => listener.host === host,
      );
      if (!found) return [];
      const edit = {
        kind: 'remove-item',
        path: listenersPath,
        index: found.at,
      } as const;
      return fileFinding(file, context.tree.editYaml(file, edit, found.index));
    },

    claims({ host }, context, options) {
      const name = newName(context, options, host);
      return listenerClaims(context, options, host, name);
    },
  };

/** Where a listener or certificate of the app names a host, and what another host takes there. */
export interface HostPlace extends DocumentPlace {
  path: YamlPath;
  claims(host: string): Claim[];
}

/** Where the app's listeners name a host. */
export function listenerPlaces(
  context: BlockContext,
  options: Options,
  host: string,
): HostPlace[] {
  const file = expandNames(options.file, context.names);
  return ownListeners(context, options)
    .filter(listener => listener.host === host)
    .map(({ index, at }) => ({
      file,
      index,
      path: [...listenersPath, at, 'hostname'],
      claims: other => listenerClaims(context, options, other),
    }));
}

function listenerClaims(
  { profile }: BlockContext,
  { gateway: wanted, port }: Options,
  host: string,
  name?: string,
): Claim[] {
  return domainsOf(profile, host)
    .filter(({ gateway }) => gateway.name === wanted)
    .map(({ gateway }) => ({ kind: 'listener', gateway, port, host, name }));
}

function newName(
  context: BlockContext,
  options: Options,
  host: string,
): string {
  const { names } = context;
  return ownListeners(context, options).length === 0
    ? expandNames(options.name, names)
    : expandNames(options.furtherName, {
        ...names,
        host: host.replaceAll('.', '-'),
      });
}

/** As the siblings are written: in their order, and with what they leave to Kubernetes left to it. */
function listenerLike(
  context: BlockContext,
  { port, certificate }: Options,
  { name, host }: { name: string; host: string },
  like: unknown,
): YamlValue {
  const isUsual = (path: YamlPath) =>
    like === undefined || valueAt(like, path) !== undefined;
  const namespace =
    certificate.namespace && expandNames(certificate.namespace, context.names);
  const reference = {
    ...(isUsual(['tls', 'certificateRefs', 0, 'group']) && like !== undefined
      ? { group: '' }
      : {}),
    ...(isUsual(['tls', 'certificateRefs', 0, 'kind'])
      ? { kind: 'Secret' }
      : {}),
    name: expandNames(certificate.name, context.names),
    ...(namespace === undefined ? {} : { namespace }),
  };
  const value = {
    name,
    hostname: host,
    port,
    protocol: 'HTTPS',
    tls: {
      ...(isUsual(['tls', 'mode']) ? { mode: 'Terminate' } : {}),
      certificateRefs: [reference],
    },
    allowedRoutes: {
      namespaces: {
        from: 'Selector',
        selector: {
          matchLabels: { [namespaceLabel]: routeNamespace(context) },
        },
      },
    },
  };
  return orderLike(value, like);
}
