import { z } from 'zod';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions, WritableProfile } from '../profile/Profile';
import type { BlockContext } from './Block';
import { isAloneInNamespace } from './isAloneInNamespace';
import { manifestRoutes } from './manifestRoutes';
import { sharedDocuments } from './sharedDocuments';

type Options = BlockOptions<'gateway-listener'>;

/** The label that every namespace has of itself. */
export const namespaceLabel = 'kubernetes.io/metadata.name';

const listenerSchema = z.object({
  name: z.string(),
  hostname: z.string().default(''),
  allowedRoutes: z
    .object({
      namespaces: z
        .object({
          selector: z
            .object({ matchLabels: z.record(z.string(), z.string()) })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});
const gatewaySchema = z.object({
  spec: z.object({ listeners: z.array(z.unknown()).default([]) }),
});

/** Name of the listener that takes a host of the app on a gateway; none where the app has none there. */
export function ownListenerName(
  context: BlockContext,
  gateway: WritableProfile['domains'][number]['gateway'],
  host: string,
): string | undefined {
  return blockOptions(context.profile, context.layout, 'gateway-listener')
    .filter(options => options.gateway === gateway.name)
    .flatMap(options => ownListeners(context, options))
    .find(listener => listener.host === host)?.name;
}

/** The Gateway of a block and its listeners, whoever's they are. */
export function gatewayIn({ tree, names }: BlockContext, options: Options) {
  const file = expandNames(options.file, names);
  const [found] = sharedDocuments(
    { tree },
    file,
    'Gateway',
    options.gateway,
  ).flatMap(({ document, index }) => {
    const { data } = gatewaySchema.safeParse(document);
    return data ? [{ index, listeners: data.spec.listeners }] : [];
  });
  return found;
}

export interface OwnListener {
  name: string;
  host: string;
  /** Which document of the file holds it. */
  index: number;
  /** Its place in the Gateway. */
  at: number;
}

/** Listeners of the app: by the namespace they take routes of; where others' routes lie there too, by name or by the hosts of the app's. */
export function ownListeners(
  context: BlockContext,
  options: Options,
): OwnListener[] {
  const { names } = context;
  const found = gatewayIn(context, options);
  if (!found) return [];
  const wanted = routeNamespace(context);
  const first = expandNames(options.name, names);
  const isAlone = isAloneInNamespace(context) && wanted === names.namespace;
  const hosts = isAlone ? new Set<string>() : hostsOf(context);
  return found.listeners.flatMap((listener, at): OwnListener[] => {
    const { data } = listenerSchema.safeParse(listener);
    if (!data || data.hostname === '' || data.hostname.startsWith('*')) {
      return [];
    }
    const { name, hostname } = data;
    const isOwn =
      selectedNamespace(listener) === wanted &&
      (isAlone || name === first || hosts.has(hostname));
    return isOwn ? [{ name, host: hostname, index: found.index, at }] : [];
  });
}

function hostsOf(context: BlockContext): Set<string> {
  const { profile, layout } = context;
  return new Set(
    blockOptions(profile, layout, 'http-route')
      .flatMap(options => manifestRoutes(context, options))
      .flatMap(({ hosts }) => hosts),
  );
}

/** Where the app's routes lie. */
export function routeNamespace({
  profile,
  layout,
  names,
}: BlockContext): string {
  const [route] = blockOptions(profile, layout, 'http-route');
  return route?.namespace ?? names.namespace;
}

/** None for what is no listener. */
export function nameOf(listener: unknown): string | undefined {
  return listenerSchema.safeParse(listener).data?.name;
}

/** The one namespace whose routes a listener takes, where it is told by name. */
export function selectedNamespace(listener: unknown): string | undefined {
  const { data } = listenerSchema.safeParse(listener);
  const labels = data?.allowedRoutes?.namespaces?.selector?.matchLabels;
  return labels && Object.hasOwn(labels, namespaceLabel)
    ? labels[namespaceLabel]
    : undefined;
}
