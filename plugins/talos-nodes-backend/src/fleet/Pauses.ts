import { setImmediate } from 'node:timers/promises';

const LONGEST_MILLISECONDS = 5;

/** For long work in small steps: lets others go on whenever it has taken a while. */
export class Pauses {
  #since = performance.now();

  /** To be called between two steps. */
  async take(): Promise<void> {
    if (performance.now() - this.#since < LONGEST_MILLISECONDS) return;
    await setImmediate();
    this.#since = performance.now();
  }
}
