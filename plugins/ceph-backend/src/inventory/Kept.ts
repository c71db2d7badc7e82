import type { SourceProblem, UnreadReason } from '@internal/plugin-ceph-common';

/**
 * What a source last told. Only `fresh` may support a good verdict; `unread`
 * has no value, which is not the same as an empty one.
 */
export type Kept<T> =
  | {
      state: 'fresh';
      value: T;
      /** ISO 8601. */
      observedAt: string;
    }
  | {
      /** Read once, and not any more. */
      state: 'stale';
      value: T;
      observedAt: string;
      /** ISO 8601; of the first failure. */
      since: string;
      reason: UnreadReason;
      problem: SourceProblem;
    }
  | {
      state: 'unread';
      reason: UnreadReason;
      since?: string;
      problem?: SourceProblem;
    };

export type Attempt<T> =
  | { ok: true; value: T }
  | { ok: false; reason: UnreadReason; problem: SourceProblem };

/** What is known after one more attempt; a failure keeps what was known. */
export function keep<T>(
  before: Kept<T>,
  attempt: Attempt<T>,
  now: Date,
): Kept<T> {
  if (attempt.ok) {
    return {
      state: 'fresh',
      value: attempt.value,
      observedAt: now.toISOString(),
    };
  }
  const { reason, problem } = attempt;
  const since =
    before.state === 'fresh'
      ? now.toISOString()
      : (before.since ?? now.toISOString());
  return before.state === 'unread'
    ? { state: 'unread', reason, problem, since }
    : {
        state: 'stale',
        value: before.value,
        observedAt: before.observedAt,
        since,
        reason,
        problem,
      };
}

/** What was last known of a list, for display; nothing where it was never read. */
export function lastKnown<T>(kept: Kept<readonly T[]>): readonly T[] {
  return kept.state === 'unread' ? [] : kept.value;
}
