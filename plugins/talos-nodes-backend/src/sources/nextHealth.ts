import type { SourceHealth } from '../node/NodeSources';

/** A source's health after it was asked once more; a failure keeps when it last answered, and since when it fails. */
export function nextHealth(
  before: SourceHealth,
  problem: string | undefined,
  now: Date,
): SourceHealth {
  if (problem === undefined) return { observedAt: now.toISOString() };
  return {
    observedAt: before.observedAt,
    failure: {
      since: before.failure?.since ?? now.toISOString(),
      reason: problem,
    },
  };
}
