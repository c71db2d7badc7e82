import {
  Chain,
  ChainItem,
  ChainKind,
  ChainLink,
} from '@internal/plugin-ceph-common';
import { columnOf } from './layout/chainColumns';
import { walk } from './tracePaths';
import { worstState } from './worstState';

/** Everything that hangs together with one volume, or with something that carries none. */
export interface ChainRow {
  key: string;
  /** What the row is about. */
  subject: ChainItem;
  items: readonly ChainItem[];
  links: readonly ChainLink[];
  /** The worst of its items. */
  state: ChainItem['state'];
}

/** The chain as rows, one per volume; whatever no volume leads to has rows of its own. */
export function buildChainRows(chain: Chain): ChainRow[] {
  const itemOf = new Map(chain.items.map(item => [item.id, item]));
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { from, to } of chain.links) {
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const pathsOf = (id: string) =>
    new Set([...walk(before, [id]), ...walk(after, [id])]);

  const volumes = chain.items.filter(({ kind }) => kind === 'volume');
  const reached = new Set(volumes.flatMap(({ id }) => [...pathsOf(id)]));
  const volumeColumn = columnOf('volume');
  const others = chain.items.filter(({ id, kind }) => {
    const nearer = columnOf(kind) < volumeColumn ? after : before;
    return !reached.has(id) && !nearer.has(id);
  });
  return [...volumes, ...others].map(subject => {
    const ids = pathsOf(subject.id);
    const items = [...ids].flatMap(id => itemOf.get(id) ?? []);
    return {
      key: subject.id,
      subject,
      items,
      links: chain.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      state: worstState(items),
    };
  });
}

/** Items of a row, by name. */
export function itemsOf(
  row: ChainRow,
  kinds: readonly ChainKind[],
): ChainItem[] {
  return row.items
    .filter(({ kind }) => kinds.includes(kind))
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
}
