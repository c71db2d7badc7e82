import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/**
 * Runs a job again and again, never twice at once: some time after it ended,
 * or at once when kicked. A kick while it runs lets it run once more.
 */
export class Loop {
  readonly #stopping = new AbortController();
  #kicked = false;
  #wake = () => {};
  #running: Promise<void> | undefined;

  constructor(
    private readonly options: {
      name: string;
      everyMilliseconds: number;
      run(signal: AbortSignal): Promise<void>;
      logger: LoggerService;
    },
  ) {}

  start(): void {
    this.#running ??= this.#loop();
  }

  kick(): void {
    this.#kicked = true;
    this.#wake();
  }

  /** Aborts the job and waits for its end. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#running;
  }

  async #loop(): Promise<void> {
    const { name, run, logger } = this.options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#kicked = false;
      try {
        await run(signal);
      } catch (error) {
        if (!signal.aborted) {
          logger.error(`${name} failed and will run again`, toError(error));
        }
      }
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    if (this.#kicked || this.#stopping.signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, this.options.everyMilliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }
}
