import { ChainKind } from '@internal/plugin-ceph-common';
import { ChainRow, itemsOf } from './buildChainRows';
import { chainStates } from './worstState';

/** What rows of the chain can be ordered by. */
export const chainOrders = [
  'state',
  'claim',
  'app',
  'owner',
  'pool',
  'node',
] as const;
export type ChainOrder = (typeof chainOrders)[number];

const kindsOf: Record<Exclude<ChainOrder, 'state'>, readonly ChainKind[]> = {
  claim: ['claim', 'volume'],
  app: ['app'],
  owner: ['owner'],
  pool: ['pool', 'nfs-server'],
  node: ['node'],
};

/** By state worst first, else by name with what lacks one last; then by claim. */
export function sortChainRows(
  rows: readonly ChainRow[],
  order: ChainOrder,
): ChainRow[] {
  const byName = (name: Exclude<ChainOrder, 'state'>) => {
    const names = new Map(
      rows.map(row => [row, itemsOf(row, kindsOf[name])[0]?.label]),
    );
    return (a: ChainRow, b: ChainRow) =>
      compareNames(names.get(a), names.get(b));
  };
  const byState = (a: ChainRow, b: ChainRow) =>
    chainStates.indexOf(a.state) - chainStates.indexOf(b.state);
  const first = order === 'state' ? byState : byName(order);
  const byClaim = byName('claim');
  return [...rows].sort(
    (a, b) => first(a, b) || byClaim(a, b) || a.key.localeCompare(b.key, 'en'),
  );
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return a.localeCompare(b, 'en', { numeric: true });
}
