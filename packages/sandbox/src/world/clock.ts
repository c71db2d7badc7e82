/** The time of the sandbox. It runs as real time does, and tests may push it forward. */
export interface Clock {
  now(): Date;
  /** Moves the sandbox's time forward, without waiting. */
  advance(milliseconds: number): void;
}

export function createClock(): Clock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: milliseconds => {
      offset += milliseconds;
    },
  };
}
