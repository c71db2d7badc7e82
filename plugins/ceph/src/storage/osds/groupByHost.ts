import { Osd } from '@internal/plugin-ceph-common';

export interface OsdHost {
  /** Kubernetes node where it is known, else CRUSH host; empty where neither is. */
  name: string;
  node?: string;
  osds: Osd[];
}

/** OSDs by the machine they are on, in the order of names and numbers. */
export function groupByHost(osds: readonly Osd[]): OsdHost[] {
  const hosts = new Map<string, OsdHost>();
  for (const osd of [...osds].sort((a, b) => a.id - b.id)) {
    const name = osd.node ?? osd.crushHost ?? '';
    const host = hosts.get(name) ?? { name, node: osd.node, osds: [] };
    host.osds.push(osd);
    hosts.set(name, host);
  }
  return [...hosts.values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  );
}
