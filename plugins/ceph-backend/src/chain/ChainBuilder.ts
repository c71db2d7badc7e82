import {
  type ChainItem,
  chainKindSchema,
  type ChainLink,
  type ChainProof,
} from '@internal/plugin-ceph-common';
import { ChainGraph } from './ChainGraph';

const RANKS: ReadonlyMap<string, number> = new Map(
  chainKindSchema.options.map((kind, rank) => [kind, rank]),
);
const WORST_FIRST: Record<ChainItem['state'], number> = {
  down: 0,
  degraded: 1,
  unknown: 2,
  ok: 3,
};

/** Collects the items and links of a chain; the result is the same in whatever order they come. */
export class ChainBuilder {
  readonly #items = new Map<string, ChainItem>();
  readonly #links = new Map<string, ChainLink>();

  has(id: string): boolean {
    return this.#items.has(id);
  }

  /** Adds an item that is not there yet. */
  add(item: ChainItem): void {
    if (!this.#items.has(item.id)) this.#items.set(item.id, item);
  }

  /** Both ends must be there by the time it is built; the better proof stays. */
  link(from: string, to: string, proof: ChainProof): void {
    const key = `${from} ${to}`;
    const before = this.#links.get(key);
    if (!before || before.proof === 'none') {
      this.#links.set(key, { from, to, proof });
    }
  }

  /** Sets a state that only what hangs on the item tells. */
  restate(id: string, state: ChainItem['state']): void {
    const item = this.#items.get(id);
    if (item) this.#items.set(id, { ...item, state });
  }

  build(): ChainGraph {
    const items = [...this.#items.values()].sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        WORST_FIRST[a.state] - WORST_FIRST[b.state] ||
        compare(a.id, b.id),
    );
    return new ChainGraph(items, [...this.#links.values()]);
  }
}

function rankOf({ kind }: ChainItem): number {
  return RANKS.get(kind) ?? RANKS.size;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
