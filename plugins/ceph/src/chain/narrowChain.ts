import { Chain, ChainItem } from '@internal/plugin-ceph-common';
import { tracePaths } from './tracePaths';

/** The paths through the items that are asked for. */
export function narrowChain(
  chain: Chain,
  matches: (item: ChainItem) => boolean,
): Chain {
  const kept = tracePaths(
    chain.links,
    chain.items.filter(matches).map(({ id }) => id),
  );
  return {
    ...chain,
    items: chain.items.filter(({ id }) => kept.has(id)),
    links: chain.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}

/** The paths through items that have all the words, and through items of a state. */
export function narrowByWords(
  chain: Chain,
  wanted: { q: string; state: ChainItem['state'] | undefined },
): Chain {
  const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean);
  const named =
    words.length === 0
      ? chain
      : narrowChain(chain, ({ label, detail = '' }) => {
          const text = `${label} ${detail}`.toLowerCase();
          return words.every(word => text.includes(word));
        });
  return wanted.state === undefined
    ? named
    : narrowChain(named, ({ state }) => state === wanted.state);
}
