import { z } from 'zod';
import {
  hasCaptures,
  listOkToStop,
  listStates,
  readCapture,
} from '../__testUtils__/captures';
import type { PoolFacts } from '../facts/CephFacts';
import { isClean } from './isClean';
import { judgePools } from './judgePools';
import { osdsOkToStop, type PlacementGroup } from './osdsOkToStop';

/** Of all states and sets, those in which our answer is another than Ceph's, and why. */
const EXCEPTIONS: Record<string, string> = {
  'pacific_osd_out_remapped 2,3':
    'the list of groups is older than the answer: three were still peering in it',
  'pacific_osd_out_remapped 4,5':
    'the list of groups is older than the answer: three were still peering in it',
};

const groupSchema = z.object({
  pgid: z.string(),
  state: z.string(),
  acting: z.array(z.number()),
  avail_no_missing: z.array(z.string()),
});
const groupsSchema = z.object({ pg_stats: z.array(groupSchema) });
const poolsSchema = z.array(
  z.object({ pool_id: z.number(), min_size: z.number() }),
);
const healthSchema = z.looseObject({
  osd_map: z.looseObject({
    tree: z.looseObject({
      nodes: z.array(
        z.looseObject({
          id: z.number(),
          name: z.string(),
          type: z.string(),
          children: z.array(z.number()).optional(),
        }),
      ),
    }),
    osds: z.array(
      z.looseObject({ osd: z.number(), up: z.number(), in: z.number() }),
    ),
    pools: z.array(
      z.looseObject({
        pool: z.number(),
        pool_name: z.string(),
        size: z.number(),
        min_size: z.number(),
        crush_rule: z.number(),
      }),
    ),
    crush: z.looseObject({
      rules: z.array(
        z.looseObject({
          rule_id: z.number(),
          steps: z.array(
            z.looseObject({ op: z.string(), type: z.string().optional() }),
          ),
        }),
      ),
    }),
  }),
  pg_info: z.looseObject({ statuses: z.record(z.string(), z.number()) }),
});

const cases = listStates().flatMap(state =>
  listOkToStop(state).map(answer => ({
    name: `${state} ${answer.osds.join(',')}`,
    state,
    answer,
  })),
);

const describeCaptures = hasCaptures ? describe : describe.skip;

describeCaptures('OSDs ok to stop, on captures of Ceph', () => {
  it('has them of both versions', () => {
    expect(cases.length).toBe(110);
  });

  it('answers as Ceph does, for every set that was asked, with the same number of groups', () => {
    const differing = cases
      .filter(({ state, answer }) => {
        const mine = answerExactly(state, answer.osds);
        return mine.ok !== answer.ok_to_stop;
      })
      .map(({ name }) => name);
    expect(differing).toEqual(Object.keys(EXCEPTIONS));

    const settled = cases.filter(
      ({ state }) =>
        // Taken while groups moved from one second to the next.
        state !== 'pacific_osd_out_remapped' &&
        state !== 'pacific_warn_recovering',
    );
    expect(settled.length).toBe(100);
    expect(
      settled.map(({ name, state, answer }) => {
        const { kept, stopping } = answerExactly(state, answer.osds);
        return [name, kept.length, stopping.length];
      }),
    ).toEqual(
      settled.map(({ name, answer: { num_ok_pgs, num_not_ok_pgs } }) => [
        name,
        num_ok_pgs,
        num_not_ok_pgs,
      ]),
    );
  });

  it('errs on the side of caution where it is not told how groups lie', () => {
    const machines = cases.filter(({ state, answer }) =>
      isOneHost(state, answer.osds),
    );
    const safe = machines.filter(({ state, answer }) =>
      answerCautiously(state, answer.osds),
    );
    expect(
      safe.filter(({ answer }) => !answer.ok_to_stop).map(({ name }) => name),
    ).toEqual([]);
    // It is not cautious by never saying yes.
    const healthy = machines.filter(({ state }) =>
      ['pacific_health_ok', 'reef_health_ok', 'reef_warn_nearfull'].includes(
        state,
      ),
    );
    expect(healthy.length).toBe(12);
    expect(healthy.filter(found => !safe.includes(found))).toEqual([]);
    const { length: unsafe } = machines.filter(
      ({ answer }) => !answer.ok_to_stop,
    );
    expect(unsafe).toBeGreaterThanOrEqual(18);
  });
});

function answerExactly(state: string, osds: readonly number[]) {
  const listed = readCapture(state, 'cli_pg_ls.json', groupsSchema);
  const pools = readCapture(state, 'cli_osd_pool_ls_detail.json', poolsSchema);
  if (!listed || !pools) throw new Error(`${state} lacks its placement groups`);
  const groups = listed.pg_stats.map(
    ({ pgid, state: told, acting, avail_no_missing }): PlacementGroup => ({
      id: pgid,
      state: told,
      acting,
      // Of erasure coded pools with the shard, such as `3(1)`.
      complete: avail_no_missing.map(shard => Number(shard.split('(')[0])),
    }),
  );
  const byId = new Map(
    pools.map(({ pool_id, min_size }) => [pool_id, { minSize: min_size }]),
  );
  return osdsOkToStop(groups, byId, new Set(osds));
}

function answerCautiously(state: string, osds: readonly number[]): boolean {
  const health = readCapture(state, 'dash_health_full.json', healthSchema);
  if (!health) return false;
  const { osd_map: map, pg_info: info } = health;
  const own = new Set(osds);
  const pools = map.pools.map(
    ({ pool, pool_name, size, min_size, crush_rule }): PoolFacts => ({
      id: pool,
      name: pool_name,
      size,
      minSize: min_size,
      failureDomain: summarize(
        map.crush.rules.find(({ rule_id }) => rule_id === crush_rule)?.steps,
      ),
    }),
  );
  const { tooSmall, uncertain } = judgePools(pools, own);
  return (
    tooSmall.length === 0 &&
    uncertain.length === 0 &&
    Object.keys(info.statuses).every(isClean) &&
    map.osds.every(({ up, in: isIn }) => up === 1 || isIn === 0)
  );
}

function summarize(steps: readonly { op: string; type?: string }[] = []) {
  const choosing = steps.filter(({ op }) => op.startsWith('choose'));
  return choosing.length === 1 ? choosing[0].type : undefined;
}

function isOneHost(state: string, osds: readonly number[]): boolean {
  const health = readCapture(state, 'dash_health_full.json', healthSchema);
  return (health?.osd_map.tree.nodes ?? []).some(
    ({ type, children = [] }) =>
      type === 'host' && osds.every(osd => children.includes(osd)),
  );
}
