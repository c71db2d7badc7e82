import type { CephStatus } from '../../model/CephStatus';
import { toRules } from './toCrush';
import { toPool } from './toPool';
import { toPoolStats } from './toPoolUsage';

/** The pools, in words where the map has numbers. */
export function toPoolList(status: CephStatus, { stats }: { stats: boolean }) {
  const rules = toRules(status);
  return status.pools.map(one => {
    const pool = toPool(status, one);
    return {
      ...pool,
      type: pool.type === 3 ? 'erasure' : 'replicated',
      crush_rule:
        rules.find(({ rule_id }) => rule_id === pool.crush_rule)?.rule_name ??
        '',
      application_metadata: Object.keys(pool.application_metadata),
      ...(stats && {
        pg_status: one.states,
        stats: toPoolStats(status, one),
      }),
    };
  });
}
