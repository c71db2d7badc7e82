import { useEffect, useRef } from 'react';

/**
 * Calls `tick` every `milliseconds` while the tab is visible, and at once when
 * it becomes visible again. Without `milliseconds` it never calls.
 */
export function usePolling(tick: () => void, milliseconds?: number): void {
  const latestTick = useRef(tick);
  useEffect(() => {
    latestTick.current = tick;
  });

  useEffect(() => {
    if (milliseconds === undefined) {
      return undefined;
    }
    let timer: ReturnType<typeof setInterval> | undefined;
    const start = () => {
      timer = setInterval(() => latestTick.current(), milliseconds);
    };
    const followVisibility = () => {
      clearInterval(timer);
      if (!document.hidden) {
        latestTick.current();
        start();
      }
    };
    if (!document.hidden) {
      start();
    }
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', followVisibility);
    };
  }, [milliseconds]);
}
