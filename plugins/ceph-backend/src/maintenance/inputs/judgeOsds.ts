import type { CephFacts, OsdFacts, PoolFacts } from '../facts/CephFacts';
import { unreadReason } from '../facts/unreadReason';
import type { JudgeContext } from '../JudgeContext';
import { judgePools } from '../ceph/judgePools';
import { osdsOkToStop } from '../ceph/osdsOkToStop';
import { listCephPods } from '../ceph/listCephPods';
import { type Judgement, unread, worst } from './Judgement';

/** Whether all data on Ceph can be read and written without the machine's OSDs. */
export function judgeOsds(context: JudgeContext): Judgement {
  const { ceph, pods } = context.facts;
  if (!ceph.known) return unread(ceph.reason);
  const missing = unreadReason(pods);
  if (missing) return unread(missing);
  return worst(
    { reason: ceph.value.length > 0 ? 'osds-none' : 'ceph-none' },
    ...ceph.value.map(facts => judgeCluster(context, facts)),
  );
}

function judgeCluster(context: JudgeContext, facts: CephFacts): Judgement {
  const { osds, pools, flags } = facts;
  if (!osds.known) return unread(osds.reason);
  if (!pools.known) return unread(pools.reason);
  if (!flags.known) return unread(flags.reason);
  const byCeph = osds.value.filter(osd => osd.node === context.node);
  const byPods = new Set(
    listCephPods(context, facts, 'osd').map(pod =>
      Number(pod.labels['ceph-osd-id']),
    ),
  );
  const own = osds.value.filter(
    osd => osd.node === context.node || byPods.has(osd.id),
  );
  const ids = new Set([...own.map(({ id }) => id), ...byPods]);

  const down = own.filter(({ up }) => !up);
  if (down.length > 0) {
    return { reason: 'osds-already-down', subjects: nameOsds(down) };
  }
  const differs =
    byCeph.length !== byPods.size ||
    byCeph.some(({ id }) => !byPods.has(id)) ||
    osds.value.some(({ node }) => node === undefined);
  const stays = judgeData(facts, pools.value, ids);
  if (stays.blocks) return stays.blocks;
  if (differs) {
    return {
      reason: 'osds-differ',
      subjects: nameOsds([...ids].map(id => ({ id }))),
    };
  }
  if (own.length === 0) return { reason: 'osds-none' };
  const hosts = new Set(own.map(({ crushHost }) => crushHost));
  if (hosts.size > 1 && !facts.actingSets) {
    return {
      reason: 'osds-several-hosts',
      subjects: [...hosts].map(host => host ?? '?'),
    };
  }
  if (stays.unknown) return stays.unknown;
  const spareless = pools.value.filter(
    ({ size, minSize }) => size - 1 === minSize,
  ).length;
  return {
    reason: isQuiet(flags.value, own) ? 'osds-keep-serving' : 'osds-need-noout',
    values: { osds: own.length, spareless },
    subjects: nameOsds(own),
  };
}

function judgeData(
  { actingSets }: CephFacts,
  pools: readonly PoolFacts[],
  osds: ReadonlySet<number>,
): { blocks?: Judgement; unknown?: Judgement } {
  if (osds.size === 0) return {};
  if (actingSets) {
    const byId = new Map(pools.map(pool => [pool.id, pool]));
    const { ok, stopping } = osdsOkToStop(actingSets, byId, osds);
    return ok
      ? {}
      : {
          blocks: {
            reason: 'osds-groups-would-stop',
            values: { groups: stopping.length },
          },
        };
  }
  const { tooSmall, uncertain } = judgePools(pools, osds);
  if (tooSmall.length > 0) {
    return {
      blocks: { reason: 'osds-pool-too-small', subjects: names(tooSmall) },
    };
  }
  return uncertain.length > 0
    ? {
        unknown: {
          reason: 'osds-placement-unknown',
          subjects: names(uncertain),
        },
      }
    : {};
}

/** Ceph does not copy the machine's data elsewhere while it is down. */
function isQuiet(
  flags: readonly { flag: string; scope?: string }[],
  own: readonly OsdFacts[],
): boolean {
  const scopes = flags
    .filter(({ flag }) => flag === 'noout')
    .map(({ scope }) => scope);
  return (
    scopes.includes(undefined) ||
    own.every(
      ({ id, crushHost }) =>
        scopes.includes(`osd.${id}`) ||
        (crushHost !== undefined && scopes.includes(crushHost)),
    )
  );
}

function nameOsds(osds: readonly { id: number }[]): string[] {
  return osds.map(({ id }) => `osd.${id}`);
}

function names(pools: readonly PoolFacts[]): string[] {
  return pools.map(({ name }) => name);
}
