/** What is known of something that is read from elsewhere. */
export type AsyncState<T> =
  | { status: 'loading' }
  /** Nothing can be shown; `isRefreshing` while it is tried again. */
  | { status: 'error'; error: Error; isRefreshing: boolean }
  | {
      status: 'ready';
      data: T;
      /** When `data` was read. */
      observedAt: Date;
      isRefreshing: boolean;
      /** Why the last refresh failed; `data` is that of the last good reading. */
      error?: Error;
    };

/** An {@link AsyncState} that can be read again. */
export type AsyncResult<T> = AsyncState<T> & {
  /** Reads now, unless a reading is under way. */
  reload: () => void;
};
