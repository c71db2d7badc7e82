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
  load: (signal: AbortSignal) => Promise<T>;
  /** Milliseconds between readings while the tab is visible; without it, one. */
  pollEvery?: number | ((data: T | undefined) => number | undefined);
}

/**
 * Reads data, reads it again while it is looked at, and keeps the last good
 * reading when one fails. There is never more than one reading under way.
 */
export function useAsyncData<T>(options: AsyncDataOptions<T>): AsyncResult<T> {
  const { key, load, pollEvery } = options;
  const [held, setHeld] = useState<{ key: string; state: AsyncState<T> }>({
    key,
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
    setHeld(before => ({ key, state: startReading(before, key) }));
    let next: (before: AsyncState<T>) => AsyncState<T>;
    try {
      const data = await latestLoad.current(controller.signal);
      const observedAt = new Date();
      next = before => ({
        status: 'ready',
        data:
          before.status === 'ready' ? keepUnchanged(before.data, data) : data,
        observedAt,
        isRefreshing: false,
      });
    } catch (thrown) {
      const error = toError(thrown);
      next = before => failReading(before, error);
    }
    if (!controller.signal.aborted) {
      flight.current = undefined;
      setHeld(before => ({ key, state: next(before.state) }));
    }
  }, [key]);

  useEffect(() => {
    void read();
    return () => {
      flight.current?.abort();
      flight.current = undefined;
    };
  }, [read]);

  const state: AsyncState<T> =
    held.key === key ? held.state : { status: 'loading' };
  const data = state.status === 'ready' ? state.data : undefined;
  usePolling(
    () => void read(),
    typeof pollEvery === 'function' ? pollEvery(data) : pollEvery,
  );

  const reload = useCallback(() => void read(), [read]);
  return { ...state, reload };
}

function startReading<T>(
  before: { key: string; state: AsyncState<T> },
  key: string,
): AsyncState<T> {
  if (before.key !== key || before.state.status === 'loading') {
    return { status: 'loading' };
  }
  return { ...before.state, isRefreshing: true };
}

function failReading<T>(before: AsyncState<T>, error: Error): AsyncState<T> {
  if (before.status === 'ready' && !isForbidden(error)) {
    return { ...before, isRefreshing: false, error };
  }
  return { status: 'error', error, isRefreshing: false };
}
