/** Keeps callers away from what has just failed, longer each time. */
export class CircuitBreaker {
  #failures = 0;
  #closedAgainAt = 0;

  constructor(
    private readonly options: {
      /** Pause after the first failure; it doubles with each further one. */
      pauseMilliseconds: number;
      maxPauseMilliseconds: number;
    },
  ) {}

  allows(): boolean {
    return Date.now() >= this.#closedAgainAt;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#closedAgainAt = 0;
  }

  /** @param notBefore - Milliseconds since 1970, where the other side asks for it. */
  failed(notBefore = 0): void {
    const { pauseMilliseconds, maxPauseMilliseconds } = this.options;
    const pause = Math.min(
      pauseMilliseconds * 2 ** this.#failures,
      maxPauseMilliseconds,
    );
    this.#failures += 1;
    this.#closedAgainAt = Math.max(Date.now() + pause, notBefore);
  }
}
