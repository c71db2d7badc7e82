import { Fact, NodeSummary } from '@internal/plugin-talos-nodes-common';
import { RowFacets } from '@internal/portal-ui';

/** What machines can be told apart by, in the order it is offered. */
export const facetNames = [
  'state',
  'platform',
  'cluster',
  'role',
  'architecture',
  'vendor',
  'model',
  'disk',
  'version',
  'extension',
  'schematic',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values by facet; `q` holds words. Empty does not narrow. */
export type NodeFilters = Readonly<Record<FacetName | 'q', string>>;

/** Stands for a value that is not known. */
export const unknownValue = '?';

const readers: Record<FacetName, (node: NodeSummary) => readonly string[]> = {
  state: node => [node.state],
  platform: node => [node.platform],
  cluster: node => [node.cluster],
  role: node => [valueOf(node.role)],
  architecture: node => [valueOf(node.architecture)],
  vendor: node => [valueOf(node.manufacturer)],
  model: node => [valueOf(node.model)],
  disk: node =>
    node.unread?.disks
      ? [unknownValue]
      : [...new Set(node.disks.map(disk => disk.class))],
  version: node => [valueOf(node.talosVersion)],
  extension: node =>
    node.unread?.extensions
      ? [unknownValue]
      : node.extensions.map(extension => extension.name),
  schematic: node => [valueOf(node.schematic)],
};

/** Machines that fit every filter but that of `except`. */
export function narrowNodes(
  nodes: readonly NodeSummary[],
  filters: NodeFilters,
  except?: FacetName,
): NodeSummary[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = facetNames.filter(name => filters[name] && name !== except);
  return nodes.filter(
    node =>
      chosen.every(name => readers[name](node).includes(filters[name])) &&
      words.every(word => textOf(node).includes(word)),
  );
}

/** Values of every facet among the machines that fit all other filters. */
export function countFacets(
  nodes: readonly NodeSummary[],
  filters: NodeFilters,
): RowFacets {
  return Object.fromEntries(
    facetNames.map(name => {
      const counts = new Map<string, number>();
      for (const node of narrowNodes(nodes, filters, name)) {
        for (const value of readers[name](node)) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      const values = [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || compare(a.value, b.value));
      return [name, values];
    }),
  );
}

function textOf(node: NodeSummary): string {
  return [
    node.name,
    ...node.addresses,
    ...facetNames.flatMap(name => readers[name](node)),
  ]
    .join('\n')
    .toLowerCase();
}

function valueOf(fact: Fact<string>): string {
  return fact.known ? fact.value : unknownValue;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
