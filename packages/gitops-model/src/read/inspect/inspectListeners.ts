import type { Finding } from '../../finding/Finding';
import { hostsOverlap } from '../../checks/hostsOverlap';
import type { Gateway, Namespace, Route } from '../RepositoryModel';
import { isLiteral } from './isLiteral';

type Listener = Gateway['listeners'][number];

interface There {
  gateways: ReadonlyMap<string, Gateway>;
  namespaces: ReadonlyMap<string, Namespace>;
}

/** Kinds of routes that a listener of a protocol takes unless it says otherwise. */
const kindsOf = new Map([
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute', 'TCPRoute']],
  ['TCP', ['TCPRoute']],
  ['UDP', ['UDPRoute']],
]);

/** Routes bound to a gateway or listener that is not there or does not take them. */
export function inspectListeners(
  routes: readonly Route[],
  gateways: readonly Gateway[],
  namespaces: readonly Namespace[],
): Finding[] {
  // Where no gateway is declared at all, they are made elsewhere.
  if (gateways.length === 0) return [];
  const there = {
    gateways: byKey(gateways, keyOf),
    namespaces: byKey(namespaces, keyOf),
  };
  return routes.flatMap(route =>
    route.parents.flatMap(parent => {
      const { name, namespace, section = 'any' } = parent;
      if (![name, namespace, section].every(isLiteral)) return [];
      const reason = refusal(route, parent, there);
      return reason === undefined
        ? []
        : [
            {
              code: 'listener-refuses-route' as const,
              severity: 'error' as const,
              message: `${titleOf(route)} is not served: ${reason}.`,
              fix: 'Correct the gateway, the sectionName or the host, or let the listener accept the route.',
              cluster: route.cluster,
              app: route.app,
              ...route.source,
            },
          ];
    }),
  );
}

function keyOf({
  cluster,
  namespace = '',
  name,
}: {
  cluster: string;
  namespace?: string;
  name: string;
}): string {
  return `${cluster} ${namespace} ${name}`;
}

/** The first of those with the same key. */
function byKey<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, T> {
  return new Map(items.toReversed().map(item => [key(item), item]));
}

function refusal(
  route: Route,
  { name, namespace, section }: Route['parents'][number],
  { gateways, namespaces }: There,
): string | undefined {
  const gateway = gateways.get(
    keyOf({ cluster: route.cluster, namespace, name }),
  );
  const title = `the gateway ${namespace}/${name}`;
  if (!gateway)
    return `${route.cluster} has no such gateway as ${namespace}/${name}`;
  if (gateway.listeners.some(listener => !isLiteral(listener.name)))
    return undefined;
  const named = gateway.listeners.filter(
    listener => section === undefined || listener.name === section,
  );
  if (named.length === 0) return `${title} has no listener ${section ?? ''}`;
  const ofKind = named.filter(listener => takesKind(listener, route.kind));
  if (ofKind.length === 0) return `${title} takes no ${route.kind} there`;
  const open = ofKind.filter(listener =>
    takesNamespace(listener, route, gateway, namespaces),
  );
  if (open.length === 0) {
    return `${title} takes no routes of the namespace ${route.namespace ?? 'default'}`;
  }
  const refused = route.hostnames.filter(
    host =>
      isLiteral(host) && !open.some(listener => takesHost(listener, host)),
  );
  return refused.length > 0
    ? `${title} takes no requests for ${refused.join(', ')}${section ? ` on its listener ${section}` : ''}`
    : undefined;
}

function takesKind(
  { protocol, allowedRoutes }: Listener,
  kind: string,
): boolean {
  const kinds = allowedRoutes?.kinds ?? kindsOf.get(protocol);
  return kinds === undefined || kinds.includes(kind);
}

/** True where Git alone does not tell. */
function takesNamespace(
  { allowedRoutes }: Listener,
  { cluster, namespace }: Route,
  gateway: Gateway,
  namespaces: There['namespaces'],
): boolean {
  const { from = 'Same', namespaceLabels } = allowedRoutes ?? {};
  if (from === 'None') return false;
  if (from === 'Same') {
    return namespace === undefined || namespace === gateway.namespace;
  }
  if (from === 'All' || !namespaceLabels) return true;
  const labels =
    namespace === undefined
      ? undefined
      : namespaces.get(keyOf({ cluster, name: namespace }))?.labels;
  if (!labels) return true;
  const all: Record<string, string | undefined> = {
    ...labels,
    'kubernetes.io/metadata.name': namespace,
  };
  return Object.entries(namespaceLabels).every(
    ([label, value]) => all[label] === value || !isLiteral(value),
  );
}

function takesHost({ hostname }: Listener, host: string): boolean {
  return !hostname || !isLiteral(hostname) || hostsOverlap(hostname, host);
}

function titleOf({ kind, name, unit }: Route): string {
  return name === undefined
    ? `A route in the values of ${unit}`
    : `The ${kind} ${name}`;
}
