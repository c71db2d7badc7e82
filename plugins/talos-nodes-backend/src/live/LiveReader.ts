import {
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { NodeLive } from '@internal/plugin-talos-nodes-common';
import type { Nodes } from '../Nodes';
import { type LiveCounters, readLive } from './readLive';
import { toNodeLive } from './toNodeLive';

/** However many look, a machine is asked once in this time. */
const PAUSE_MILLISECONDS = 2000;

interface Asked {
  at: number;
  answer: Promise<NodeLive>;
}

/** Asks machines what they do now, for those who look. */
export class LiveReader {
  readonly #nodes: Nodes;
  readonly #asked = new Map<string, Asked>();
  readonly #counters = new Map<string, LiveCounters>();
  readonly #stopped = new AbortController();

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  /** Throws where the machine is not known, not asked over Talos, or does not answer. */
  async read(
    platform: string,
    cluster: string,
    name: string,
  ): Promise<NodeLive> {
    const key = [platform, cluster, name].join('\n');
    const now = performance.now();
    const before = this.#asked.get(key);
    if (before && now - before.at < PAUSE_MILLISECONDS) return before.answer;
    // Throws before anything is remembered of machines that are not known.
    const node = this.#nodes.get(platform, cluster, name);
    const { fleet } = this.#nodes.reader(platform, cluster);
    const address = fleet?.addressOf(name);
    if (!fleet) {
      throw new NotImplementedError(
        `Live values come over the Talos API; give platforms.${platform}.clusters (${cluster}) a talosconfig`,
      );
    }
    if (address === undefined) {
      throw new ServiceUnavailableError(
        node.problems.at(0) ?? `${name} was not asked yet; try again`,
      );
    }
    const ask = async () => {
      const reading = await readLive(
        fleet.client,
        address,
        this.#stopped.signal,
      );
      if (!reading.ok) {
        throw new ServiceUnavailableError(
          fleet.describe(reading.failure, name),
        );
      }
      const live = toNodeLive(reading.value, this.#counters.get(key), node);
      this.#counters.set(key, reading.value);
      return live;
    };
    const answer = ask();
    this.#asked.set(key, { at: now, answer });
    return answer;
  }

  stop() {
    this.#stopped.abort();
  }
}
