import type { Crush } from '../manager/healthFull';

/** What a CRUSH rule comes to; a field is absent where the rule cannot be summed up. */
export interface FollowedRule {
  failureDomain?: string;
  deviceClass?: string;
  osds?: number[];
}

/** Follows a rule with one `take` and one step of choosing; others are for Ceph alone to follow. */
export function followRule(
  { rules, buckets }: Crush,
  rule: number | string,
): FollowedRule {
  const found = rules.find(
    ({ rule_id: id, rule_name: name }) => id === rule || name === rule,
  );
  const takes = found?.steps.filter(({ op }) => op === 'take') ?? [];
  const choices =
    found?.steps.filter(({ op }) => op.startsWith('choose')) ?? [];
  if (takes.length !== 1) return {};
  const [{ item, item_name: name }] = takes;
  return {
    failureDomain: choices.length === 1 ? choices[0].type : undefined,
    deviceClass: name?.split('~').at(1),
    osds: item === undefined ? undefined : listBelow(buckets, item),
  };
}

function listBelow(buckets: Crush['buckets'], top: number): number[] {
  const byId = new Map(buckets.map(bucket => [bucket.id, bucket]));
  const osds = new Set<number>();
  const seen = new Set<number>();
  const queue = [top];
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (id >= 0) osds.add(id);
    queue.push(...(byId.get(id)?.items.map(item => item.id) ?? []));
  }
  return [...osds].sort((a, b) => a - b);
}
