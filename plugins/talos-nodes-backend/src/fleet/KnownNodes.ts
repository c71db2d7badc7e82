import { isDeepStrictEqual } from 'node:util';
import type { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { buildNode } from '../node/buildNode';
import type { NodeSources } from '../node/NodeSources';
import { Pauses } from './Pauses';

/** The machines of one cluster as their sources tell them, each put together again only when one of its sources changed. */
export class KnownNodes {
  readonly #toSources: (name: string) => NodeSources;
  readonly #nodes = new Map<string, NodeDetail>();
  readonly #stale = new Set<string>();
  /** Known from before the process started, until read again. */
  readonly #restored = new Map<string, NodeDetail>();
  #revision = 0;

  constructor(toSources: (name: string) => NodeSources) {
    this.#toSources = toSources;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get all(): ReadonlyMap<string, NodeDetail> {
    for (const name of this.#stale) this.#nodes.set(name, this.#build(name));
    this.#stale.clear();
    return this.#nodes;
  }

  /** What was known before the process started, until it is read again. */
  restore(nodes: readonly NodeDetail[]) {
    for (const node of nodes) {
      this.#restored.set(node.name, node);
      this.#nodes.set(node.name, { ...node, state: 'unknown', problems: [] });
    }
    this.#revision += 1;
  }

  /** A source of the machine changed; default: one of all machines. */
  touch(name?: string) {
    const names = name === undefined ? this.#nodes.keys() : [name];
    for (const known of names) {
      if (this.#nodes.has(known)) this.#stale.add(known);
    }
    this.#revision += 1;
  }

  /** What is told beside the machines changed. */
  tellAnew() {
    this.#revision += 1;
  }

  /** These are all machines there are, and every source may have changed. */
  async replace(names: readonly string[]): Promise<void> {
    const gone = new Set(this.#nodes.keys());
    const pauses = new Pauses();
    const added: string[] = [];
    for (const name of names) {
      if (!gone.delete(name)) {
        added.push(name);
        continue;
      }
      this.#stale.delete(name);
      this.#nodes.set(name, this.#build(name));
      await pauses.take();
    }
    for (const name of gone) {
      this.#stale.delete(name);
      this.#nodes.delete(name);
    }
    // All at once, so that nobody takes a part of them for the fleet.
    for (const name of added) this.#nodes.set(name, this.#build(name));
    this.#revision += 1;
  }

  #build(name: string): NodeDetail {
    const sources = this.#toSources(name);
    const built = keepParts(this.#nodes.get(name), buildNode(sources));
    const restored = this.#restored.get(name);
    const isRead = sources.talos
      ? sources.talos.reading !== undefined
      : sources.kubernetes?.facts !== undefined;
    if (isRead) this.#restored.delete(name);
    return isRead || !restored
      ? built
      : { ...restored, ...pickCurrent(built, restored) };
  }
}

/** With the large parts of before where they are the same: then they are in memory once, here and in the history. */
function keepParts(
  before: NodeDetail | undefined,
  built: NodeDetail,
): NodeDetail {
  if (!before) return built;
  return {
    ...built,
    hardware: keepSame(before.hardware, built.hardware),
    services: keepSame(before.services, built.services),
    conditions: keepSame(before.conditions, built.conditions),
    extensions: keepSame(before.extensions, built.extensions),
  };
}

function keepSame<T>(before: T, now: T): T {
  return isDeepStrictEqual(before, now) ? before : now;
}

/** What an old snapshot must not say any more. */
function pickCurrent(
  built: NodeDetail,
  restored: NodeDetail,
): Partial<NodeDetail> {
  return {
    state: built.state,
    problems: built.problems,
    conditions: built.conditions,
    taints: built.taints,
    unschedulable: built.unschedulable,
    workloads: built.workloads,
    place: built.place ?? restored.place,
    git: built.git,
    unread: {
      ...restored.unread,
      conditions: built.unread?.conditions,
      taints: built.unread?.taints,
    },
    sources: built.sources.map(source => ({
      ...source,
      observedAt:
        source.observedAt ??
        restored.sources.find(other => other.source === source.source)
          ?.observedAt,
    })),
  };
}
