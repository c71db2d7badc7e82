import { toFraction } from './hash';
import type { Osd } from './Osd';

/** No OSD for a shard, as CRUSH says it. */
export const noOsd = 2147483647;

/**
 * Stands for CRUSH with the failure domain host: as many OSDs as wanted, each on
 * another host, and always the same ones for the same map. Where hosts are too
 * few, replicas are fewer; shards keep their places.
 */
export function placeShards(
  osds: Osd[],
  pg: { pool: number; number: number },
  wanted: { size: number; keepsPlaces: boolean },
): number[] {
  const draw = (...words: (string | number)[]) =>
    toFraction(pg.pool, pg.number, ...words);
  const candidates = osds
    .filter(osd => osd.in)
    .toSorted((left, right) => draw('osd', left.id) - draw('osd', right.id));
  const findOsd = (host: string) =>
    candidates.find(({ device }) => device.node === host)?.id;
  const ranked = [...new Set(osds.map(({ device }) => device.node))].toSorted(
    (left, right) => draw(left) - draw(right),
  );
  if (!wanted.keepsPlaces) {
    return ranked.flatMap(host => findOsd(host) ?? []).slice(0, wanted.size);
  }
  const spare = ranked.slice(wanted.size).flatMap(host => findOsd(host) ?? []);
  return Array.from({ length: wanted.size }, (_, place) => {
    const host = ranked[place];
    return (
      (host === undefined ? undefined : findOsd(host)) ?? spare.shift() ?? noOsd
    );
  });
}
