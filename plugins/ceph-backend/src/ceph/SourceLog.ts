import type {
  StorageSource,
  StorageSourceState,
} from '@internal/plugin-ceph-common';

/** Remembers since when each source is not fresh, and when it last was. */
export class SourceLog {
  readonly #known = new Map<
    StorageSource,
    { observedAt?: string; since?: string }
  >();

  /** `observedAt` of a source that is not fresh is that of its last good answer. */
  note(
    state: Omit<StorageSourceState, 'since'>,
    now: Date,
  ): StorageSourceState {
    const before = this.#known.get(state.source);
    const isFresh = state.state === 'fresh';
    const observedAt = state.observedAt ?? before?.observedAt;
    const since = isFresh ? undefined : (before?.since ?? now.toISOString());
    this.#known.set(state.source, { observedAt, since });
    return state.state === 'not-configured' || state.state === 'absent'
      ? state
      : { ...state, observedAt, since };
  }
}
