/** So long something must be worse before people are notified. */
const SETTLE_MILLISECONDS = 30_000;
/** So long for what is not known: a restart is no news. */
const SETTLE_UNKNOWN_MILLISECONDS = 5 * 60_000;
/** So long it must be better before getting worse again is news. */
const CALM_MILLISECONDS = 10 * 60_000;

/** What is kept of an alert. */
export interface AlertState {
  /** Level that people were notified of; 0: none. */
  notified: number;
  /** How it has been since then. */
  trend: 'worse' | 'same' | 'better';
  /** ISO 8601; of the trend. */
  since: string;
}

/**
 * What to keep next, and whether people are to be notified now. They are once
 * it has been worse than they know for a while without a break; and what comes
 * and goes is not told again before it has been well for a while.
 */
export function decideAlert(
  before: AlertState | undefined,
  { level, isUnknown }: { level: number; isUnknown: boolean },
  now: Date,
): { state: AlertState; isDue: boolean } {
  const at = now.toISOString();
  const state = before ?? { notified: 0, trend: 'same' as const, since: at };
  const trend = compare(level, state.notified);
  const since = trend === state.trend ? state.since : at;
  const lasted = now.getTime() - Date.parse(since);
  const settle = isUnknown ? SETTLE_UNKNOWN_MILLISECONDS : SETTLE_MILLISECONDS;
  if (trend === 'worse' && lasted >= settle) {
    return {
      state: { notified: level, trend: 'same', since: at },
      isDue: true,
    };
  }
  if (trend === 'better' && lasted >= CALM_MILLISECONDS) {
    return {
      state: { notified: level, trend: 'same', since: at },
      isDue: false,
    };
  }
  return { state: { ...state, trend, since }, isDue: false };
}

function compare(level: number, notified: number): AlertState['trend'] {
  if (level === notified) return 'same';
  return level > notified ? 'worse' : 'better';
}
