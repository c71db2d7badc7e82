import {
  cephDetailSchema,
  type CephSummary,
  type Chain,
  chainSchema,
  type Osd,
} from '@internal/plugin-ceph-common';
import type { PluginReader } from './PluginReader';

/** The OSDs of a Ceph cluster, and the chain around each machine that has some. */
export async function readOsds(
  reader: PluginReader,
  { platform, cluster, name }: CephSummary,
): Promise<{ osds?: Osd[]; chains: Chain[] }> {
  const [first, second, third] = [platform, cluster, name].map(
    encodeURIComponent,
  );
  const { osdList } = await reader.read(
    'ceph',
    `/clusters/${first}/${second}/ceph/${third}`,
    cephDetailSchema,
  );
  if (!osdList.known) return { chains: [] };
  const nodes = new Set(osdList.value.flatMap(({ node }) => node ?? []));
  const chains = await Promise.all(
    [...nodes].map(node =>
      reader.read(
        'ceph',
        `/chain?${new URLSearchParams({ platform, cluster, node })}`,
        chainSchema,
      ),
    ),
  );
  return { osds: osdList.value, chains };
}
