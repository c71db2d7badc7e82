import { Fact, NodeSummary } from '@internal/plugin-talos-nodes-common';

const columns: Record<string, (node: NodeSummary) => string> = {
  platform: node => node.platform,
  cluster: node => node.cluster,
  name: node => node.name,
  role: node => textOf(node.role),
  state: node => node.state,
  problems: node => node.problems.join(' '),
  addresses: node => node.addresses.join(' '),
  architecture: node => textOf(node.architecture),
  manufacturer: node => textOf(node.manufacturer),
  model: node => textOf(node.model),
  cores: node => textOf(node.cores),
  threads: node => textOf(node.threads),
  memory_installed_bytes: node => textOf(node.memoryInstalledBytes),
  memory_usable_bytes: node => textOf(node.memoryUsableBytes),
  disks: node =>
    node.disks.map(disk => `${disk.class} ${disk.sizeBytes}`).join('; '),
  talos: node => textOf(node.talosVersion),
  kubernetes: node => textOf(node.kubernetesVersion),
  kernel: node => textOf(node.kernelVersion),
  schematic: node => textOf(node.schematic),
  extensions: node =>
    node.extensions.map(({ name, version }) => `${name} ${version}`).join('; '),
  rack: node => node.place?.rack ?? '',
  rack_unit: node => String(node.place?.unit ?? ''),
  rack_height: node => String(node.place?.height ?? ''),
  observed_at: node => node.observedAt ?? '',
};

/** Machines as rows under a header, for other programs: English names, plain bytes, nothing where nothing is known. */
export function buildNodeTable(nodes: readonly NodeSummary[]): string[][] {
  const read = Object.values(columns);
  return [
    Object.keys(columns),
    ...nodes.map(node => read.map(column => column(node))),
  ];
}

function textOf(fact: Fact<string | number>): string {
  return fact.known ? String(fact.value) : '';
}
