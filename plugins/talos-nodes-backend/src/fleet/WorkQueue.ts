/** Does work beside everything else, so many pieces at a time, and none twice at once. */
export class WorkQueue {
  readonly #limit: number;
  readonly #waiting = new Map<string, () => Promise<void>>();
  readonly #running = new Set<string>();
  readonly #settled = new Set<() => void>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `work` must not reject. */
  add(key: string, work: () => Promise<void>) {
    if (this.#running.has(key)) return;
    this.#waiting.set(key, work);
    this.#next();
  }

  /** Waits until nothing is left to do. */
  async settle(signal: AbortSignal): Promise<void> {
    if (this.#running.size === 0 || signal.aborted) return;
    await new Promise<void>(resolve => {
      this.#settled.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #next() {
    for (const [key, work] of this.#waiting) {
      if (this.#running.size >= this.#limit) return;
      this.#waiting.delete(key);
      this.#running.add(key);
      void work().finally(() => {
        this.#running.delete(key);
        this.#next();
      });
    }
    if (this.#running.size > 0) return;
    for (const resolve of this.#settled) resolve();
    this.#settled.clear();
  }
}
