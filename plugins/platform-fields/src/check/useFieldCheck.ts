import { useApi } from '@backstage/frontend-plugin-api';
import type {
  FieldCheck,
  FieldCheckResult,
} from '@internal/plugin-change-requests-common';
import { useEffect, useRef, useState } from 'react';
import { platformFormApiRef } from '../api/PlatformFormApi';

const pauseMilliseconds = 300;

export type FieldCheckState =
  | { status: 'idle' }
  | { status: 'checking' }
  | { status: 'checked'; result: FieldCheckResult }
  /** The server could not be asked; the value may be right or wrong. */
  | { status: 'unavailable' };

/**
 * Checks a field once typing pauses. A newer value aborts the check of an
 * older one, so the answer is always about what stands in the field.
 */
export function useFieldCheck(check: FieldCheck | undefined): FieldCheckState {
  const formApi = useApi(platformFormApiRef);
  const key = check && JSON.stringify(check);
  const latest = useRef(check);
  useEffect(() => {
    latest.current = check;
  });
  const [held, setHeld] = useState<{ key?: string; state: FieldCheckState }>({
    state: { status: 'idle' },
  });

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      let state: FieldCheckState;
      try {
        if (!latest.current) {
          return;
        }
        const result = await formApi.checkField(
          latest.current,
          controller.signal,
        );
        state = { status: 'checked', result };
      } catch {
        state = { status: 'unavailable' };
      }
      if (!controller.signal.aborted) {
        setHeld({ key, state });
      }
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, formApi]);

  if (key === undefined) {
    return { status: 'idle' };
  }
  return held.key === key ? held.state : { status: 'checking' };
}
