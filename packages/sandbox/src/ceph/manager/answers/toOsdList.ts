import type { CephStatus, OsdStatus } from '../../model/CephStatus';
import { osdOverheadBytes } from '../../model/usage';
import { toTree } from './toCrush';
import { toOsd } from './toOsd';
import { toSamples } from './toSamples';

/** OSDs with their place in CRUSH and what they do. */
export function toOsdList(status: CephStatus) {
  const { nodes } = toTree(status);
  return status.osds.map(osd => ({
    ...toOsd(status, osd),
    id: osd.id,
    osd_stats: toOsdStats(status, osd),
    tree: nodes.find(({ id }) => id === osd.id),
    host: nodes.find(({ name }) => name === osd.host),
    ...toRates(status, osd),
    operational_status: 'unmanaged',
  }));
}

function toOsdStats(status: CephStatus, osd: OsdStatus) {
  const { bytes } = osd.device;
  const kibibytes = (count: number) => Math.floor(count / 1024);
  const data = Math.max(0, osd.usedBytes - osdOverheadBytes);
  return {
    osd: osd.id,
    up_from: osd.upFrom,
    seq: osd.upFrom * 4_294_967_296 + 1,
    num_pgs: osd.groups,
    num_osds: 1,
    num_per_pool_osds: 1,
    num_per_pool_omap_osds: 1,
    kb: kibibytes(bytes),
    kb_used: kibibytes(osd.usedBytes),
    kb_used_data: kibibytes(data),
    kb_used_omap: 0,
    kb_used_meta: kibibytes(osdOverheadBytes),
    kb_avail: kibibytes(bytes - osd.usedBytes),
    statfs: {
      total: bytes,
      available: bytes - osd.usedBytes,
      internally_reserved: 0,
      allocated: data,
      data_stored: data,
      data_compressed: 0,
      data_compressed_allocated: 0,
      data_compressed_original: 0,
      omap_allocated: 0,
      internal_metadata: osdOverheadBytes,
    },
    hb_peers: status.osds.filter(({ id }) => id !== osd.id).map(({ id }) => id),
    snap_trim_queue_len: 0,
    num_snap_trimming: 0,
    num_shards_repaired: 0,
    op_queue_age_hist: osd.up
      ? { histogram: [1], upper_bound: 2 }
      : { histogram: [], upper_bound: 1 },
    perf_stat: {
      commit_latency_ms: osd.latency,
      apply_latency_ms: osd.latency,
      commit_latency_ns: osd.latency * 1_000_000,
      apply_latency_ns: osd.latency * 1_000_000,
    },
    alerts: [],
  };
}

function toRates(status: CephStatus, osd: OsdStatus) {
  const { throughput, osds } = status;
  const share = osd.up
    ? 1 / Math.max(1, osds.filter(({ up }) => up).length)
    : 0;
  const rates = {
    op_w: throughput.writeOperations * share,
    op_in_bytes: throughput.writeBytes * share,
    op_r: throughput.readOperations * share,
    op_out_bytes: throughput.readBytes * share,
  };
  return {
    stats: {
      ...rates,
      numpg: osd.groups,
      stat_bytes: osd.device.bytes,
      stat_bytes_used: osd.usedBytes,
    },
    stats_history: Object.fromEntries(
      Object.entries(rates).map(([key, value]) => [
        key,
        toSamples(status, () => value),
      ]),
    ),
  };
}
