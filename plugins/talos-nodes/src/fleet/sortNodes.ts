import { Fact, NodeSummary } from '@internal/plugin-talos-nodes-common';
import { compareVersions } from './compareVersions';

/** What a list of machines can be ordered by. */
export const sortOrders = [
  'name',
  'state',
  'cores',
  'memory',
  'disk',
  'version',
] as const;
export type SortOrder = (typeof sortOrders)[number];

const worstFirst = ['unreachable', 'not-ready', 'changing', 'unknown', 'ready'];

type Comparison = (a: NodeSummary, b: NodeSummary) => number;

const comparisons: Record<SortOrder, Comparison> = {
  name: () => 0,
  state: (a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state),
  cores: (a, b) => numberOf(b.cores) - numberOf(a.cores),
  memory: (a, b) => memoryOf(b) - memoryOf(a),
  disk: (a, b) => diskBytesOf(b) - diskBytesOf(a),
  version: (a, b) =>
    a.talosVersion.known && b.talosVersion.known
      ? compareVersions(a.talosVersion.value, b.talosVersion.value)
      : Number(b.talosVersion.known) - Number(a.talosVersion.known),
};

/** Most, worst or oldest first, unknown last; then by place and name. */
export function sortNodes(
  nodes: readonly NodeSummary[],
  order: SortOrder,
): NodeSummary[] {
  return [...nodes].sort(
    (a, b) =>
      comparisons[order](a, b) ||
      compareText(a.platform, b.platform) ||
      compareText(a.cluster, b.cluster) ||
      compareText(a.name, b.name),
  );
}

function numberOf(fact: Fact<number>): number {
  return fact.known ? fact.value : -1;
}

function memoryOf(node: NodeSummary): number {
  return numberOf(
    node.memoryInstalledBytes.known
      ? node.memoryInstalledBytes
      : node.memoryUsableBytes,
  );
}

function diskBytesOf({ disks, unread }: NodeSummary): number {
  return unread?.disks
    ? -1
    : disks.reduce((sum, disk) => sum + disk.sizeBytes, 0);
}

function compareText(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
