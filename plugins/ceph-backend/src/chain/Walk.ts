import type {
  Chain,
  ChainItem,
  ChainKind,
  ChainLink,
} from '@internal/plugin-ceph-common';

/** Of each kind, in one answer. */
const LIMIT = 40;

export interface Edge {
  /** Position of the item at the other end. */
  other: number;
  link: ChainLink;
}

/** One walk along the links, which takes what there is room for and counts the rest. */
export class Walk {
  readonly #items: readonly ChainItem[];
  readonly #seen: Uint8Array;
  readonly #taken: Uint8Array;
  readonly #takenOf = new Map<ChainKind, number>();
  readonly #seenOf = new Map<ChainKind, number>();

  constructor(items: readonly ChainItem[]) {
    this.#items = items;
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
    if (!hasWay || this.#taken[position] || taken >= LIMIT) return;
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

  listLeftOut(): Chain['leftOut'] {
    return [...this.#seenOf]
      .map(([kind, seen]) => ({
        kind,
        count: seen - (this.#takenOf.get(kind) ?? 0),
      }))
      .filter(({ count }) => count > 0);
  }
}
