import type { Clock } from '../../world/clock';

const windowMs = 3_600_000;

export interface RateLimitState {
  limit: number;
  remaining: number;
  used: number;
  /** Seconds since 1970. */
  reset: number;
}

/** Counts the calls of every account per hour, for REST and GraphQL apart. */
export class RateLimit {
  /** Calls per account, resource and hour. */
  limit = 5_000;
  readonly #windows = new Map<string, { start: number; used: number }>();

  constructor(private readonly clock: Clock) {}

  state(login: string, resource: 'core' | 'graphql'): RateLimitState {
    const window = this.#window(login, resource);
    return {
      limit: this.limit,
      remaining: Math.max(0, this.limit - window.used),
      used: window.used,
      reset: Math.ceil((window.start + windowMs) / 1000),
    };
  }

  /** Counts one call; false when the hour's calls are used up. */
  spend(login: string, resource: 'core' | 'graphql'): boolean {
    const window = this.#window(login, resource);
    if (window.used >= this.limit) {
      return false;
    }
    window.used += 1;
    return true;
  }

  #window(login: string, resource: string) {
    const key = `${resource} ${login}`;
    const now = this.clock.now().getTime();
    let window = this.#windows.get(key);
    if (!window || now - window.start >= windowMs) {
      window = { start: now, used: 0 };
      this.#windows.set(key, window);
    }
    return window;
  }
}
