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
