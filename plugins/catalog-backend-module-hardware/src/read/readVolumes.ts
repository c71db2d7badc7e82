import { type Volume, volumeListSchema } from '@internal/plugin-ceph-common';
import type { ClusterKey } from '../ClusterKey';
import type { PluginReader } from './PluginReader';

const PAGE_SIZE = 1000;

/** All volumes of a cluster, page by page. */
export async function readVolumes(
  reader: PluginReader,
  { platform, cluster }: ClusterKey,
): Promise<Volume[]> {
  const volumes: Volume[] = [];
  for (;;) {
    const query = new URLSearchParams({
      platform,
      cluster,
      offset: String(volumes.length),
      limit: String(PAGE_SIZE),
    });
    const page = await reader.read(
      'ceph',
      `/volumes?${query}`,
      volumeListSchema,
    );
    volumes.push(...page.items);
    if (page.items.length === 0 || volumes.length >= page.total) return volumes;
  }
}
