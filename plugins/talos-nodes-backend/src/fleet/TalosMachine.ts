import type { NodeSources } from '../node/NodeSources';
import type {
  MachineReading,
  WatchedListings,
} from '../machine/MachineReading';
import { readMachine, readWatched } from '../machine/readMachine';
import { unreadWatched } from '../machine/unreadMachine';
import { ResourceWatch } from '../talos/ResourceWatch';
import { talosResources } from '../talos/resources';
import type { TalosClient } from '../talos/TalosClient';
import type { TalosFailure } from '../talos/TalosFailure';

/** Hardware changes seldom, and mostly while the machine is off. */
const REREAD_MILLISECONDS = 10 * 60 * 1000;

/** One machine over the Talos API: read whole at first and seldom again, otherwise watched. */
export class TalosMachine {
  readonly #client: TalosClient;
  readonly #onChange: () => void;
  /** As other machines of the cluster reach it. */
  #address: string;
  #reading?: MachineReading;
  #rereadAt = 0;
  #watched: WatchedListings = unreadWatched('not-reachable');
  #bootedAt?: number;
  #observedAt?: string;
  #failure?: { since: string; reason: string };
  #watches?: AbortController;
  #isThere = false;
  #probing?: Promise<void>;

  constructor(options: {
    client: TalosClient;
    address: string;
    /** Called when something is known that was not before. */
    onChange: () => void;
  }) {
    this.#client = options.client;
    this.#address = options.address;
    this.#onChange = options.onChange;
  }

  get address(): string {
    return this.#address;
  }

  moveTo(address: string) {
    if (address === this.#address) return;
    this.#address = address;
    this.#stopWatching();
  }

  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Without the failure of the whole cluster, which comes before its own. */
  toSource(): NonNullable<NodeSources['talos']> {
    return {
      observedAt: this.#observedAt,
      failure: this.#failure,
      isOwnFailure: this.#failure !== undefined,
      reading: this.#reading,
      watched: this.#watched,
      bootedAt:
        this.#bootedAt === undefined
          ? undefined
          : new Date(this.#bootedAt * 1000).toISOString(),
    };
  }

  /** Whether it answers and is to be read: it is new, was started anew, answers again, or it is time. */
  get isDue(): boolean {
    return this.#isThere && (this.failed || this.#isWholeDue);
  }

  /** Answers, and was never read. */
  get isNew(): boolean {
    return this.#isThere && this.#reading === undefined;
  }

  /** Asks whether it is there; who asks while the answer is awaited waits for the same one. */
  async probe(
    signal: AbortSignal,
    describe: (failure: TalosFailure) => string,
  ): Promise<void> {
    this.#probing ??= this.#probe(signal, describe).finally(() => {
      this.#probing = undefined;
    });
    await this.#probing;
  }

  /** Reads what is watched otherwise, and the rest where it is time. */
  async read(signal: AbortSignal): Promise<void> {
    const now = new Date();
    const watched = await readWatched(this.#client, this.#address, signal);
    if (this.#isWholeDue) await this.#reread(signal);
    if (signal.aborted || !this.#isThere) return;
    this.#watched = watched;
    this.#failure = undefined;
    this.#observedAt = now.toISOString();
    this.#watches ??= this.#watch();
    this.#onChange();
  }

  stop() {
    this.#stopWatching();
  }

  async #probe(
    signal: AbortSignal,
    describe: (failure: TalosFailure) => string,
  ) {
    const answer = await this.#client.call(
      this.#address,
      signal,
      ({ machine }, options) => machine.systemStat({}, options),
    );
    if (signal.aborted) return;
    const now = new Date();
    this.#isThere = answer.ok;
    if (!answer.ok) {
      const since = this.#failure?.since ?? now.toISOString();
      this.#failure = { since, reason: describe(answer.failure) };
      this.#stopWatching();
      this.#onChange();
      return;
    }
    const bootedAt = Number(answer.value.messages.at(0)?.bootTime ?? 0n);
    if (bootedAt !== this.#bootedAt) this.#rereadAt = 0;
    this.#bootedAt = bootedAt || undefined;
    if (!this.#reading || this.#failure) return;
    this.#observedAt = now.toISOString();
    this.#watches ??= this.#watch();
  }

  get #isWholeDue(): boolean {
    return Date.now() >= this.#rereadAt;
  }

  async #reread(signal: AbortSignal) {
    const reading = await readMachine(this.#client, this.#address, signal);
    if (signal.aborted) return;
    const isWhole = Object.values(reading.listings).every(
      listing => listing.known || listing.reason !== 'not-reachable',
    );
    // What is known of an earlier reading is worth more than half of this one.
    if (!isWhole && this.#reading) return;
    this.#reading = reading;
    // Not all machines at once.
    const share = 0.5 + Math.random();
    this.#rereadAt = isWhole ? Date.now() + REREAD_MILLISECONDS * share : 0;
  }

  #watch(): AbortController {
    const watches = new AbortController();
    const { signal } = watches;
    const common = { client: this.#client, node: this.#address };
    const set = (watched: Partial<WatchedListings>) => {
      if (signal.aborted) return;
      this.#watched = { ...this.#watched, ...watched };
      this.#onChange();
    };
    void new ResourceWatch({
      ...common,
      kind: talosResources.machineStatuses,
      onChange: items => set({ machineStatuses: { known: true, items } }),
    }).run(signal);
    void new ResourceWatch({
      ...common,
      kind: talosResources.services,
      onChange: items => set({ services: { known: true, items } }),
    }).run(signal);
    void new ResourceWatch({
      ...common,
      kind: talosResources.diagnostics,
      onChange: items => set({ diagnostics: { known: true, items } }),
    }).run(signal);
    return watches;
  }

  #stopWatching() {
    this.#watches?.abort();
    this.#watches = undefined;
  }
}
