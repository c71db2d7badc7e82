import type { Chain, ChainItem, ChainLink } from '@internal/plugin-ceph-common';
import { type Edge, Walk } from './Walk';

type Part = Omit<Chain, 'sources'>;
/** What hangs together from machine to owner, to be asked from anywhere. */
export class ChainGraph {
  /** Machines first, and of a kind the worst first. */
  readonly items: readonly ChainItem[];
  readonly links: readonly ChainLink[];
  readonly #positions: ReadonlyMap<string, number>;
  /** Towards the machine. */
  readonly #up: readonly Edge[][];
  /** Towards the owner. */
  readonly #down: readonly Edge[][];

  /** Both ends of each link must be among the items. */
  constructor(items: readonly ChainItem[], links: readonly ChainLink[]) {
    this.items = items;
    this.links = links;
    this.#positions = new Map(items.map(({ id }, index) => [id, index]));
    const up: Edge[][] = items.map(() => []);
    const down: Edge[][] = items.map(() => []);
    for (const link of links) {
      const from = this.#positions.get(link.from);
      const to = this.#positions.get(link.to);
      if (from === undefined || to === undefined) {
        throw new Error(`The link from ${link.from} to ${link.to} has no end`);
      }
      down[from].push({ other: to, link });
      up[to].push({ other: from, link });
    }
    for (const edges of [...up, ...down]) {
      edges.sort((a, b) => a.other - b.other);
    }
    this.#up = up;
    this.#down = down;
  }

  get(id: string): ChainItem | undefined {
    const position = this.#positions.get(id);
    return position === undefined ? undefined : this.items[position];
  }

  /**
   * What lies below and above those items, at most 40 of a kind. Each item but
   * those asked for hangs together with one of them by links that are there.
   */
  around(ids: readonly string[]): Part {
    const starts = this.#find(ids);
    const walk = new Walk(this.items);
    starts.forEach(start => walk.take(start, true));
    walk.spread(starts, this.#up);
    walk.spread(starts, this.#down);
    const chosen = walk.list();
    return {
      items: chosen.map(position => this.items[position]),
      links: chosen.flatMap(position =>
        this.#down[position]
          .filter(({ other }) => walk.isTaken(other))
          .map(({ link }) => link),
      ),
      leftOut: walk.listLeftOut(),
    };
  }

  #find(ids: readonly string[]): number[] {
    return ids
      .flatMap(id => this.#positions.get(id) ?? [])
      .sort((a, b) => a - b);
  }
}
