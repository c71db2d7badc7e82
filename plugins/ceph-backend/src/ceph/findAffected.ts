import type { CephDetail, HealthReason } from '@internal/plugin-ceph-common';

type Parts = Pick<CephDetail, 'osdList' | 'pools' | 'monitors'>;

/**
 * Whom a check affects, as far as Ceph's own lines name OSDs, hosts, pools,
 * placement groups or monitors. Which apps that are is not known here.
 */
export function findAffected(
  code: string,
  lines: readonly string[],
  { osdList, pools, monitors }: Parts,
): HealthReason['affects'] {
  const text = lines.join('\n');
  const all = osdList.known ? osdList.value : [];
  const named = new Set(
    [...text.matchAll(/\bosd\.(\d+)\b/g)].map(([, id]) => Number(id)),
  );
  const crushHosts = new Set(
    [...text.matchAll(/\bhost[= ]([a-z0-9][-a-z0-9.]*)/g)].map(
      ([, host]) => host,
    ),
  );
  const osds = all.filter(
    ({ id, up, crushHost }) =>
      named.has(id) ||
      (!up && code === 'OSD_DOWN' && named.size === 0) ||
      (!up &&
        code !== 'OSD_DOWN' &&
        crushHost !== undefined &&
        crushHosts.has(crushHost)),
  );
  const down = new Set(
    [...text.matchAll(/\bmon\.([a-z0-9-]+)/g)].map(([, name]) => name),
  );
  const downMonitors = monitors.known
    ? monitors.value.filter(({ name, inQuorum }) =>
        code === 'MON_DOWN' && down.size === 0 ? !inQuorum : down.has(name),
      )
    : [];
  return {
    osds: sorted(new Set([...named, ...osds.map(({ id }) => id)])),
    hosts: [
      ...new Set([
        ...osds.flatMap(({ node, crushHost }) => node ?? crushHost ?? []),
        ...all
          .filter(({ crushHost }) => crushHost && crushHosts.has(crushHost))
          .flatMap(({ node, crushHost }) => node ?? crushHost ?? []),
        ...downMonitors.flatMap(({ node }) => node ?? []),
      ]),
    ].sort(),
    pools: findPools(text, pools),
    apps: [],
  };
}

function findPools(text: string, pools: Parts['pools']): string[] {
  const groups = new Set(
    [...text.matchAll(/\bpg (\d+)\.[0-9a-f]+\b/g)].map(([, id]) => Number(id)),
  );
  const names = new Set([
    ...[...text.matchAll(/\bpools? '([^']+)'/g)].map(([, name]) => name),
    ...(pools.known ? pools.value : [])
      .filter(({ id }) => groups.has(id))
      .map(({ name }) => name),
  ]);
  return [...names].sort();
}

function sorted(ids: ReadonlySet<number>): number[] {
  return [...ids].sort((a, b) => a - b);
}
