import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { AsyncResult, AsyncState } from './AsyncState';
import { keepUnchanged } from './keepUnchanged';
import { isForbidden } from './isForbidden';
import { usePolling } from './usePolling';

export interface AsyncDataOptions<T> {
  /**
   * Says what is read. Another key drops the data on screen and reads anew;
   * the same key keeps it, whatever `load` is.
   */
  key: string;
  /**
   * What keys have in common, such as the list that they narrow: while another
   * key of it is read, the data on screen stays, marked as being refreshed.
   */
  scope?: string;
  load: (signal: AbortSignal) => Promise<T>;
  /** Milliseconds between readings while the tab is visible; without it, one. */
  pollEvery?: number | ((data: T | undefined) => number | undefined);
}

/**
 * Reads data, reads it again while it is looked at, and keeps the last good
 * reading when one fails. There is never more than one reading under way.
 */
export function useAsyncData<T>(options: AsyncDataOptions<T>): AsyncResult<T> {
  const { key, scope = key, load, pollEvery } = options;
  const [held, setHeld] = useState<Held<T>>({
    key,
    scope,
    state: { status: 'loading' },
  });
  const flight = useRef<AbortController | undefined>(undefined);
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });

  const read = useCallback(async () => {
    if (flight.current) {
      return;
    }
    const controller = new AbortController();
    flight.current = controller;
    setHeld(before => startReading(before, key, scope));
    let next: (before: Held<T>) => AsyncState<T>;
    try {
      const data = await latestLoad.current(controller.signal);
      const observedAt = new Date();
      next = ({ state: before }) => ({
        status: 'ready',
        data:
          before.status === 'ready' ? keepUnchanged(before.data, data) : data,
        observedAt,
        isRefreshing: false,
      });
    } catch (thrown) {
      const error = toError(thrown);
      next = before => failReading(before, key, error);
    }
    if (!controller.signal.aborted) {
      flight.current = undefined;
      setHeld(before => ({ key, scope, state: next(before) }));
    }
  }, [key, scope]);

  useEffect(() => {
    void read();
    return () => {
      flight.current?.abort();
      flight.current = undefined;
    };
  }, [read]);

  const { state } = held.key === key ? held : startReading(held, key, scope);
  const data = state.status === 'ready' ? state.data : undefined;
  usePolling(
    () => void read(),
    typeof pollEvery === 'function' ? pollEvery(data) : pollEvery,
  );

  const reload = useCallback(() => void read(), [read]);
  return { ...state, reload };
}

/** A reading, and of what it is: `key` names the data that `state` holds. */
interface Held<T> {
  key: string;
  scope: string;
  state: AsyncState<T>;
}

function startReading<T>(before: Held<T>, key: string, scope: string): Held<T> {
  const { state } = before;
  const isKept =
    before.key === key || (before.scope === scope && state.status === 'ready');
  if (!isKept || state.status === 'loading') {
    return { key, scope, state: { status: 'loading' } };
  }
  return { ...before, state: { ...state, isRefreshing: true } };
}

/** Data of another key is no answer to this one, not even an old one. */
function failReading<T>(
  before: Held<T>,
  key: string,
  error: Error,
): AsyncState<T> {
  const { state } = before;
  if (before.key === key && state.status === 'ready' && !isForbidden(error)) {
    return { ...state, isRefreshing: false, error };
  }
  return { status: 'error', error, isRefreshing: false };
}
