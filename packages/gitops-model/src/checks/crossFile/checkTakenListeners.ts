import type { Finding } from '../../finding/Finding';
import type { Gateway, RepositoryModel } from '../../read/RepositoryModel';
import type { Change } from './Change';

/** Names of listeners that a gateway has already, in whichever file. */
export function checkTakenListeners({ fork, base, head }: Change): Finding[] {
  const before = listenersOf(fork.model);
  const held = listenersOf(base.model);
  return [...listenersOf(head.model)].flatMap(([key, gateways]) => {
    const there = held.get(key) ?? [];
    const known = before.get(key)?.length ?? 0;
    const [, second] = gateways;
    // A name that is new on both sides is taken as well.
    const isTaken = gateways.length > known && (there.length > 0 || second);
    const taker = gateways.at(-1);
    if (!isTaken || !taker) return [];
    const [, , , listener] = parseKey(key);
    return [
      {
        code: 'listener-name-taken' as const,
        severity: 'error' as const,
        message: `The gateway ${taker.namespace}/${taker.name} has a listener ${listener} already.`,
        fix: 'Name each listener of a gateway once; routes are bound to it by that name.',
        cluster: taker.cluster,
        ...taker.source,
      },
    ];
  });
}

function parseKey(key: string): string[] {
  return key.split('\n');
}

function listenersOf({ gateways }: RepositoryModel): Map<string, Gateway[]> {
  const found = new Map<string, Gateway[]>();
  for (const gateway of gateways) {
    const { cluster, namespace, name, listeners } = gateway;
    for (const listener of listeners) {
      const key = [cluster, namespace, name, listener.name].join('\n');
      found.set(key, [...(found.get(key) ?? []), gateway]);
    }
  }
  return found;
}
