import type { CephStatus, PoolStatus } from '../../model/CephStatus';
import { toOverhead } from '../../model/usage';

/** What lies in a pool, as `ceph df` counts it. */
export function toPoolUsage(status: CephStatus, pool: PoolStatus) {
  const seconds = Math.floor(
    (status.at.getTime() - status.startedAt.getTime()) / 1000,
  );
  const operations = pool.objects * 3;
  return {
    stored: pool.storedBytes,
    stored_data: pool.storedBytes,
    stored_omap: 0,
    objects: pool.objects,
    kb_used: Math.ceil(pool.rawBytes / 1024),
    bytes_used: pool.rawBytes,
    data_bytes_used: pool.rawBytes,
    omap_bytes_used: 0,
    percent_used: Math.fround(pool.used),
    max_avail: pool.availableBytes,
    quota_objects: 0,
    quota_bytes: 0,
    dirty: 0,
    rd: operations + seconds * 20,
    rd_bytes: pool.storedBytes * 2 + seconds * 600_000,
    wr: operations * 2 + seconds * 70,
    wr_bytes: pool.storedBytes * 3 + seconds * 1_100_000,
    compress_bytes_used: 0,
    compress_under_bytes: 0,
    stored_raw: pool.rawBytes,
    avail_raw: Math.floor(pool.availableBytes * toOverhead(pool.definition)),
  };
}

/** The same with a rate for each number, as the manager keeps them. */
export function toPoolStats(status: CephStatus, pool: PoolStatus) {
  const at = status.at.getTime() / 1000;
  return Object.fromEntries(
    Object.entries(toPoolUsage(status, pool)).map(([key, latest]) => [
      key,
      {
        latest,
        rate: 0,
        rates: [
          [at - 5, 0],
          [at, 0],
        ],
      },
    ]),
  );
}
