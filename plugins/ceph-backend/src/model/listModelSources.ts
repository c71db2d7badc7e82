import type { StorageSourceState } from '@internal/plugin-ceph-common';
import { listSources } from '../inventory/listSources';
import type { ClusterReading } from './ClusterReading';

const WORST_FIRST: readonly StorageSourceState['state'][] = [
  'unreachable',
  'forbidden',
  'stale',
  'fresh',
  'absent',
  'not-configured',
];

/** How the sources of these clusters were last asked; of several of a kind, the worst. */
export function listModelSources(
  readings: readonly ClusterReading[],
): StorageSourceState[] {
  const worst = new Map<string, StorageSourceState>();
  for (const state of readings.flatMap(({ inventory, sources }) => [
    ...sources.filter(isLookedFor),
    ...listSources(inventory),
  ])) {
    const before = worst.get(state.source);
    if (!before || isWorse(state, before)) worst.set(state.source, state);
  }
  return [...worst.values()];
}

/** A cluster on which nobody looks for Ceph lacks nothing. */
function isLookedFor({ source, state }: StorageSourceState): boolean {
  return source !== 'rook' || state !== 'not-configured';
}

function isWorse(a: StorageSourceState, b: StorageSourceState): boolean {
  const order = WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state);
  if (order !== 0) return order < 0;
  return (a.observedAt ?? '') < (b.observedAt ?? '');
}
