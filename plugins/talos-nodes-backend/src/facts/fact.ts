import type {
  Fact,
  FactSource,
  UnknownReason,
} from '@internal/plugin-talos-nodes-common';

export function known<T>(value: T, source: FactSource, raw?: string): Fact<T> {
  return raw === undefined
    ? { known: true, value, source }
    : { known: true, value, source, raw };
}

export function unknown(reason: UnknownReason): {
  known: false;
  reason: UnknownReason;
} {
  return { known: false, reason };
}

/** Known where there is a value, else unknown for that reason. */
export function factOf<T>(
  value: T | undefined,
  source: FactSource,
  reason: UnknownReason = 'not-reported',
): Fact<T> {
  return value === undefined ? unknown(reason) : known(value, source);
}

/**
 * The first that is known; else the first reason that says more than that
 * nobody was asked.
 */
export function firstKnown<T>(...facts: Fact<T>[]): Fact<T> {
  const found = facts.find(fact => fact.known);
  if (found) return found;
  const telling = facts.find(
    fact => !fact.known && fact.reason !== 'not-configured',
  );
  return telling ?? unknown('not-configured');
}
