import type { CephDetail, Osd } from '@internal/plugin-ceph-common';
import { entityRefs } from '@internal/gitops-repository';
import { areMetricsProven, type CephInputs } from './CephInputs';
import { known, unread } from './reading';

type MetricsPart = Partial<
  Pick<CephDetail, 'osdList' | 'monitors' | 'managers' | 'flags'>
>;

/**
 * What the metrics tell where the manager's REST API is not configured. They
 * go on as they were when the monitors are gone, so that they count only while
 * it is proven that those answer.
 */
export function readMetrics(inputs: CephInputs): MetricsPart {
  const { metrics: scraped, manager } = inputs;
  if (!scraped || manager.reading) return {};
  const { observedAt, metrics } = scraped;
  if (!areMetricsProven(inputs)) {
    const stale = unread('stale');
    return { osdList: stale, monitors: stale, managers: stale, flags: stale };
  }
  const byDaemon = (name: string) =>
    new Map(
      metrics
        .get(name)
        ?.map(({ labels, value }) => [
          labels.ceph_daemon.slice(labels.ceph_daemon.indexOf('.') + 1),
          { labels, value },
        ]),
    );
  const quorum = byDaemon('ceph_mon_quorum_status');
  const monitors = byDaemon('ceph_mon_metadata');
  const managers = byDaemon('ceph_mgr_status');
  const hosts = byDaemon('ceph_mgr_metadata');
  const pods = inputs.rook.workloads?.monitors;
  const told = <T>(value: T) => known(value, 'prometheus', observedAt);
  return {
    osdList: told(listOsds(inputs, byDaemon)),
    monitors: told(
      [...quorum].map(([name, { value }]) => ({
        name,
        node:
          pods?.find(pod => pod.name === name)?.node ??
          monitors.get(name)?.labels.hostname,
        inQuorum: value === 1,
      })),
    ),
    managers: told({
      active: [...managers].find(([, { value }]) => value === 1)?.[0],
      standbys: [...managers]
        .filter(([, { value }]) => value === 0)
        .map(([name]) => name),
      nodes: [...hosts.values()].flatMap(({ labels }) => labels.hostname ?? []),
    }),
    flags: told(
      [...metrics]
        .filter(
          ([name, [flag]]) =>
            name.startsWith('ceph_osd_flag_') && flag?.value === 1,
        )
        .map(([name]) => ({
          flag: name
            .slice('ceph_osd_flag_'.length)
            .replace('nodeep_scrub', 'nodeep-scrub'),
        })),
    ),
  };
}

function listOsds(
  { cluster, rook }: CephInputs,
  byDaemon: (
    name: string,
  ) => Map<string, { labels: Readonly<Record<string, string>>; value: number }>,
): Osd[] {
  const metadata = byDaemon('ceph_osd_metadata');
  const isIn = byDaemon('ceph_osd_in');
  const pods = rook.workloads?.osds;
  return [...byDaemon('ceph_osd_up')].map(([text, { value: up }]) => {
    const id = Number(text);
    const labels = metadata.get(text)?.labels;
    return {
      id,
      node: pods?.get(id)?.node ?? labels?.hostname,
      up: up === 1,
      in: isIn.get(text)?.value === 1,
      deviceClass: labels?.device_class,
      sizeBytes: unread('not-reported'),
      usedBytes: unread('not-reported'),
      commitLatencyMilliseconds: unread('not-reported'),
      devices: [],
      deviceIds: [],
      form: pods?.get(id)?.form ?? 'unknown',
      entityRef: entityRefs.osd({
        cluster,
        ceph: rook.resource.metadata.name,
        id,
      }),
    };
  });
}
