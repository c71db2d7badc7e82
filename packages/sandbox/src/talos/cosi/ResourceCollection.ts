import type { CosiResource } from './CosiResource';

/** Something happened to a resource. */
export interface ResourceChange {
  kind: 'created' | 'updated' | 'destroyed';
  /** Destroyed: as it was last. */
  resource: CosiResource;
  old?: CosiResource;
}

/** As many changes as Talos keeps for those who watch, and how many of them it gives up early. */
const capacity = 1024;
const gap = 4;

/** What a watch finds at its position: the next change, nothing yet, or that it came too late. */
export type NextChange =
  | { found: 'change'; change: ResourceChange }
  | { found: 'nothing' }
  | { found: 'overrun' };

/** The resources of one type in one namespace, and their latest changes in a ring. */
export class ResourceCollection {
  readonly namespace: string;
  readonly type: string;
  readonly #resources = new Map<string, CosiResource>();
  readonly #ring: ResourceChange[] = [];
  readonly #waiting = new Set<() => void>();
  /** How many changes there ever were: the position of the next one. */
  #written = 0;
  /** Positions before this one count as lost. */
  #lostBefore = 0;

  constructor(namespace: string, type: string) {
    this.namespace = namespace;
    this.type = type;
  }

  get(id: string): CosiResource | undefined {
    return this.#resources.get(id);
  }

  /** Sorted by id, bytewise as Go sorts. */
  list(): CosiResource[] {
    return [...this.#resources.values()].sort((one, other) =>
      Buffer.compare(Buffer.from(one.id), Buffer.from(other.id)),
    );
  }

  put(resource: CosiResource): void {
    const old = this.#resources.get(resource.id);
    this.#resources.set(resource.id, resource);
    this.#publish(
      old ? { kind: 'updated', resource, old } : { kind: 'created', resource },
    );
  }

  destroy(id: string): void {
    const resource = this.#resources.get(id);
    if (resource) {
      this.#resources.delete(id);
      this.#publish({ kind: 'destroyed', resource });
    }
  }

  /** Where a watch that begins now stands. */
  get position(): number {
    return this.#written;
  }

  /** Whether a watch may begin again at this position. */
  holds(position: number): boolean {
    return (
      position >= this.#lostBefore &&
      position >= this.#written - (capacity - gap) &&
      position <= this.#written
    );
  }

  next(position: number): NextChange {
    if (!this.holds(position)) {
      return { found: 'overrun' };
    }
    const change = this.#ring[position % capacity];
    return position < this.#written && change
      ? { found: 'change', change }
      : { found: 'nothing' };
  }

  /** Resolves with the next change of any resource, or when the signal fires. */
  async changed(signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** All watches of now have been too slow. */
  overrun(): void {
    this.#written += 1;
    this.#lostBefore = this.#written;
    this.#wakeAll();
  }

  #publish(change: ResourceChange): void {
    this.#ring[this.#written % capacity] = change;
    this.#written += 1;
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) {
      wake();
    }
  }
}
