/**
 * How one call of the API fails. `error-before`: 502, nothing happened;
 * `error-after`: it happened, then 502; `lost-answer`: it happened, then the
 * connection ends; `slow`: it happens late, and is answered late.
 */
export type FailureMode =
  'error-before' | 'error-after' | 'lost-answer' | 'slow';

export interface FailureOptions {
  /** How many matching calls fail; default 1. */
  times?: number;
  /** How many matching calls go well before; default 0. */
  after?: number;
  /** For `slow`; default 2000. */
  delayMs?: number;
}

export interface Failure {
  mode: FailureMode;
  delayMs: number;
}

/** Which calls of the API will fail, for tests of a client's protocol. */
export class FailurePlan {
  #planned: {
    matches: (operation: string) => boolean;
    after: number;
    times: number;
    failure: Failure;
  }[] = [];

  add(
    operation: string | ((operation: string) => boolean),
    mode: FailureMode,
    options: FailureOptions = {},
  ) {
    this.#planned.push({
      matches:
        typeof operation === 'string'
          ? candidate => candidate === operation
          : operation,
      after: options.after ?? 0,
      times: options.times ?? 1,
      failure: { mode, delayMs: options.delayMs ?? 2_000 },
    });
  }

  clear() {
    this.#planned = [];
  }

  /** The failure of this call, if one is planned; counts it down. */
  take(operation: string): Failure | undefined {
    for (const plan of this.#planned) {
      if (plan.matches(operation) && plan.times > 0) {
        if (plan.after > 0) {
          plan.after -= 1;
        } else {
          plan.times -= 1;
          return plan.failure;
        }
      }
    }
    return undefined;
  }
}
