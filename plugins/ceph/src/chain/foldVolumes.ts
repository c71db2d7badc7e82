import { Chain, ChainItem, ChainLink } from '@internal/plugin-ceph-common';
import { worstState } from './worstState';

/** Up to so many volumes all are drawn. */
const mostUnfolded = 16;
/** Folding fewer would save nothing. */
const leastFolded = 4;

export interface FoldedChain {
  chain: Chain;
  /** What stands behind each item that was put in the place of several. */
  folds: ReadonlyMap<string, readonly ChainItem[]>;
}

/**
 * Puts one volume and one claim in the place of those that lie on the same
 * and are used by the same, where there are too many to draw them all.
 */
export function foldVolumes(chain: Chain): FoldedChain {
  const volumes = chain.items.filter(({ kind }) => kind === 'volume');
  if (volumes.length <= mostUnfolded) {
    return { chain, folds: new Map() };
  }
  const kindOf = new Map(chain.items.map(({ id, kind }) => [id, kind]));
  const groups = new Map<string, { volumes: ChainItem[]; claims: string[] }>();
  for (const volume of volumes) {
    const claims = chain.links
      .filter(
        ({ from, to }) => from === volume.id && kindOf.get(to) === 'claim',
      )
      .map(({ to }) => to);
    const below = chain.links
      .filter(({ to }) => to === volume.id)
      .map(({ from, proof }) => `${from} ${proof}`);
    const above = chain.links
      .filter(({ from }) => from === volume.id || claims.includes(from))
      .filter(({ to }) => !claims.includes(to))
      .map(({ to, proof }) => `${to} ${proof}`);
    const key = JSON.stringify([[...below].sort(), [...above].sort()]);
    const group = groups.get(key) ?? { volumes: [], claims: [] };
    group.volumes.push(volume);
    group.claims.push(...claims);
    groups.set(key, group);
  }

  const folds = new Map<string, ChainItem[]>();
  const foldOf = new Map<string, string>();
  const fold = (members: readonly ChainItem[]) => {
    if (members.length < leastFolded) {
      return;
    }
    const id = `fold ${members.map(member => member.id).sort()[0]}`;
    folds.set(id, [...members]);
    members.forEach(member => foldOf.set(member.id, id));
  };
  for (const group of groups.values()) {
    fold(group.volumes);
    fold(chain.items.filter(({ id }) => group.claims.includes(id)));
  }
  return {
    chain: {
      ...chain,
      items: [
        ...chain.items.filter(({ id }) => !foldOf.has(id)),
        ...[...folds].map(([id, members]) => ({
          id,
          kind: members[0].kind,
          label: members[0].label,
          state: worstState(members),
        })),
      ],
      links: foldLinks(chain.links, foldOf),
    },
    folds,
  };
}

function foldLinks(
  links: readonly ChainLink[],
  foldOf: ReadonlyMap<string, string>,
): ChainLink[] {
  const folded = links.map(link => ({
    ...link,
    from: foldOf.get(link.from) ?? link.from,
    to: foldOf.get(link.to) ?? link.to,
  }));
  return [
    ...new Map(folded.map(link => [JSON.stringify(link), link])).values(),
  ];
}
