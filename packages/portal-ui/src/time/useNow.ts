import { useEffect, useState } from 'react';

/** The present moment, anew every so many milliseconds and when `cause` changes. */
export function useNow(milliseconds: number, cause?: unknown): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, cause]);
  return now;
}
