import type {
  Chain,
  ChainItem,
  ChainKind,
  ChainLink,
} from '@internal/plugin-ceph-common';

/** Of each kind, in one answer. */
const LIMIT = 40;

type Part = Omit<Chain, 'sources'>;
interface Edge {
  other: number;
  link: ChainLink;
}

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

  /** Everything of a kind that hangs below those items. */
  below(ids: readonly string[], kind: ChainKind): ChainItem[] {
    const walk = new Walk(this.items, Infinity);
    const starts = this.#find(ids);
    starts.forEach(start => walk.take(start, true));
    walk.spread(starts, this.#down);
    return walk
      .list()
      .map(position => this.items[position])
      .filter(item => item.kind === kind);
  }

  #find(ids: readonly string[]): number[] {
    return ids
      .flatMap(id => this.#positions.get(id) ?? [])
      .sort((a, b) => a - b);
  }
}

/** One walk along the links, which takes what there is room for and counts the rest. */
class Walk {
  readonly #items: readonly ChainItem[];
  readonly #limit: number;
  readonly #seen: Uint8Array;
  readonly #taken: Uint8Array;
  readonly #takenOf = new Map<ChainKind, number>();
  readonly #seenOf = new Map<ChainKind, number>();

  constructor(items: readonly ChainItem[], limit = LIMIT) {
    this.#items = items;
    this.#limit = limit;
    this.#seen = new Uint8Array(items.length);
    this.#taken = new Uint8Array(items.length);
  }

  isTaken(position: number): boolean {
    return this.#taken[position] === 1;
  }

  take(position: number, hasWay: boolean): void {
    const { kind } = this.#items[position];
    if (!this.#seen[position]) {
      this.#seen[position] = 1;
      this.#seenOf.set(kind, (this.#seenOf.get(kind) ?? 0) + 1);
    }
    const taken = this.#takenOf.get(kind) ?? 0;
    if (!hasWay || this.#taken[position] || taken >= this.#limit) return;
    this.#taken[position] = 1;
    this.#takenOf.set(kind, taken + 1);
  }

  spread(starts: readonly number[], edges: readonly Edge[][]): void {
    const visited = new Uint8Array(this.#items.length);
    let level = [...starts];
    level.forEach(start => {
      visited[start] = 1;
    });
    while (level.length > 0) {
      const next: number[] = [];
      for (const position of level) {
        const hasWay = this.isTaken(position);
        for (const { other } of edges[position]) {
          this.take(other, hasWay);
          if (visited[other]) continue;
          visited[other] = 1;
          next.push(other);
        }
      }
      level = next;
    }
  }

  list(): number[] {
    const positions: number[] = [];
    this.#taken.forEach((taken, position) => {
      if (taken) positions.push(position);
    });
    return positions;
  }

  listLeftOut(): Part['leftOut'] {
    return [...this.#seenOf]
      .map(([kind, seen]) => ({
        kind,
        count: seen - (this.#takenOf.get(kind) ?? 0),
      }))
      .filter(({ count }) => count > 0);
  }
}
