import type { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { Pauses } from '../fleet/Pauses';
import { compareNodes, compareStates } from './compareNodes';
import type { HistoryStore, StoredNode } from './HistoryStore';

/** So much may be lost of what is not a change, when the process ends. */
const WRITE_MILLISECONDS = 60 * 60 * 1000;

/** Notes what changes on the machines of one cluster. */
export class HistoryKeeper {
  readonly #store: HistoryStore;
  readonly #key: { platform: string; cluster: string };
  #stored?: Map<string, StoredNode & { writtenAt: number }>;

  constructor(options: {
    store: HistoryStore;
    platform: string;
    cluster: string;
  }) {
    const { store, platform, cluster } = options;
    this.#store = store;
    this.#key = { platform, cluster };
  }

  /** What was known when the portal last ran. */
  async load(): Promise<NodeDetail[]> {
    const snapshots = await this.#store.readSnapshots(this.#key);
    this.#stored = new Map(
      [...snapshots].map(([name, stored]) => [
        name,
        { ...stored, writtenAt: 0 },
      ]),
    );
    return [...snapshots.values()].map(({ detail }) => detail);
  }

  /** Compares with what was known; complete means that machines that are missing are gone. */
  async observe(
    nodes: readonly NodeDetail[],
    isComplete: boolean,
    now: Date,
  ): Promise<void> {
    if (!this.#stored) await this.load();
    const isFirst = this.#stored?.size === 0;
    let hasChanged = false;
    const pauses = new Pauses();
    for (const node of nodes) {
      await pauses.take();
      hasChanged = (await this.#observe(node, isFirst, now)) || hasChanged;
    }
    if (isComplete) {
      const names = new Set(nodes.map(({ name }) => name));
      for (const [name, { detail }] of [...(this.#stored ?? [])]) {
        if (names.has(name)) continue;
        const subject = name;
        await this.#store.forget(detail, { kind: 'vanished', subject }, now);
        this.#stored?.delete(name);
        hasChanged = true;
      }
    }
    if (hasChanged) await this.#store.prune(now);
  }

  /** Whether something changed. */
  async #observe(
    node: NodeDetail,
    isFirst: boolean,
    now: Date,
  ): Promise<boolean> {
    const { name } = node;
    const before = this.#stored?.get(name);
    const isFresh = node.sources.every(
      ({ source, failure, observedAt }) =>
        (source !== 'talos' && source !== 'kubernetes') ||
        (!failure && observedAt !== undefined),
    );
    if (!before && !isFresh) return false;
    const changes = before
      ? [
          ...compareStates(before.detail, node),
          ...(isFresh ? compareNodes(before.detail, node) : []),
        ]
      : [{ kind: 'appeared' as const, subject: name }];
    const state =
      node.state === 'unknown'
        ? (before?.detail.state ?? 'unknown')
        : node.state;
    const detail = {
      ...(isFresh || !before ? node : before.detail),
      state,
    };
    const isDue = now.getTime() - (before?.writtenAt ?? 0) > WRITE_MILLISECONDS;
    if (before && changes.length === 0 && !isDue) {
      this.#stored?.set(name, { ...before, detail });
      return false;
    }
    const revision = before?.revision ?? 0;
    // On an empty history everything is new, which is no news.
    const told = isFirst && !before ? [] : changes;
    if (!(await this.#store.keep(detail, revision, told, now))) {
      // Another process was first; go on from what it kept.
      await this.load();
      return false;
    }
    this.#stored?.set(name, {
      revision: revision + 1,
      detail,
      writtenAt: now.getTime(),
    });
    return told.length > 0;
  }
}
