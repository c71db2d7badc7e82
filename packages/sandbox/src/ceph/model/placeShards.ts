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
  const hosts = [...new Set(candidates.map(({ device }) => device.node))];
  const chosen = hosts
    .toSorted((left, right) => draw(left) - draw(right))
    .slice(0, wanted.size)
    .flatMap(host =>
      candidates
        .filter(({ device }) => device.node === host)
        .slice(0, 1)
        .map(({ id }) => id),
    );
  return wanted.keepsPlaces
    ? Array.from({ length: wanted.size }, (_, index) => chosen[index] ?? noOsd)
    : chosen;
}
