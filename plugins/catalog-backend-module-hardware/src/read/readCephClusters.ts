import { ServiceUnavailableError } from '@backstage/errors';
import {
  type CephSummary,
  storageListSchema,
} from '@internal/plugin-ceph-common';
import type { ClusterKey } from '../ClusterKey';
import type { PluginReader } from './PluginReader';

/** Throws `ServiceUnavailableError` where it is not known whether there is any. */
export async function readCephClusters(
  reader: PluginReader,
  { platform, cluster }: ClusterKey,
): Promise<CephSummary[]> {
  const { items } = await reader.read(
    'ceph',
    `/clusters?${new URLSearchParams({ platform })}`,
    storageListSchema,
  );
  const found = items.find(item => item.cluster === cluster);
  const rook = found?.sources.find(({ source }) => source === 'rook');
  const isCertain =
    rook && ['absent', 'not-configured', 'fresh'].includes(rook.state);
  if (found?.ceph.length === 0 && !isCertain) {
    throw new ServiceUnavailableError(`Rook of ${cluster} was not read yet`);
  }
  return found?.ceph ?? [];
}
