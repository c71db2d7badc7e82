import type { Finding } from '../../finding/Finding';
import type { Gateway, RepositoryModel } from '../../read/RepositoryModel';
import type { Change } from './Change';

type Listener = Gateway['listeners'][number];

/** Names of listeners that a gateway has already, in whichever file, and hosts that another listener of the port has. */
export function checkTakenListeners(change: Change): Finding[] {
  return [
    ...takenBy(change, ({ name }) => name).map(({ taker, listener }) => ({
      code: 'listener-name-taken' as const,
      severity: 'error' as const,
      message: `The gateway ${taker.namespace}/${taker.name} has a listener ${listener.name} already.`,
      fix: 'Name each listener of a gateway once; routes are bound to it by that name.',
      cluster: taker.cluster,
      ...taker.source,
    })),
    ...takenBy(change, hostOf).map(({ taker, listener }) => ({
      code: 'host-taken' as const,
      severity: 'error' as const,
      message: `The gateway ${taker.namespace}/${taker.name} has a listener for ${listener.hostname} on port ${listener.port} already.`,
      fix: 'Name each host once on a port of a gateway; it refuses both listeners otherwise.',
      cluster: taker.cluster,
      ...taker.source,
    })),
  ];
}

function hostOf({ port, hostname }: Listener): string | undefined {
  return hostname && `${port} ${hostname.toLowerCase()}`;
}

interface Held {
  taker: Gateway;
  listener: Listener;
}

/** Listeners that newly have what another one of their gateway has. */
function takenBy(
  { fork, base, head }: Change,
  keyOf: (listener: Listener) => string | undefined,
): Held[] {
  const before = listenersOf(fork.model, keyOf);
  const held = listenersOf(base.model, keyOf);
  return [...listenersOf(head.model, keyOf)].flatMap(([key, listeners]) => {
    const there = held.get(key) ?? [];
    const known = before.get(key)?.length ?? 0;
    const [, second] = listeners;
    // What is new on both sides is taken as well.
    const isTaken = listeners.length > known && (there.length > 0 || second);
    const taken = listeners.at(-1);
    return isTaken && taken ? [taken] : [];
  });
}

function listenersOf(
  { gateways }: RepositoryModel,
  keyOf: (listener: Listener) => string | undefined,
): Map<string, Held[]> {
  const found = new Map<string, Held[]>();
  for (const taker of gateways) {
    const { cluster, namespace, name, listeners } = taker;
    for (const listener of listeners) {
      const part = keyOf(listener);
      if (part === undefined || part === '') continue;
      const key = [cluster, namespace, name, part].join('\n');
      found.set(key, [...(found.get(key) ?? []), { taker, listener }]);
    }
  }
  return found;
}
