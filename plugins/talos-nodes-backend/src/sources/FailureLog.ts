import type { LoggerService } from '@backstage/backend-plugin-api';

/** Logs each failure once, and its end. */
export class FailureLog {
  readonly #logger: LoggerService;
  readonly #said = new Map<string, string>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** `problem` is a sentence; absent while the source answers. */
  note(source: string, problem: string | undefined) {
    const before = this.#said.get(source);
    if (problem === before) return;
    if (problem === undefined) {
      this.#said.delete(source);
      this.#logger.info(`The source ${source} is read again`);
    } else {
      this.#said.set(source, problem);
      this.#logger.warn(problem);
    }
  }
}
