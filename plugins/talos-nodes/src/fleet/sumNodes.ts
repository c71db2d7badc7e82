import {
  DiskClass,
  diskClassSchema,
  Fact,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';

/** A sum of what is known, and of how many machines it is not known. */
export interface Amount {
  sum: number;
  known: number;
  unknown: number;
}

export interface ArchitectureShare {
  /** Absent for the machines of which it is not known. */
  architecture?: string;
  machines: number;
  /** Machines that are ready, workers first. */
  ready: NodeSummary[];
  /** How many do not tell how they are. */
  unknown: number;
  cores: Amount;
  memoryBytes: Amount;
}

export interface FleetTotals {
  machines: number;
  cores: Amount;
  threads: Amount;
  memoryInstalledBytes: Amount;
  memoryUsableBytes: Amount;
  disks: { class: DiskClass; count: number; bytes: number }[];
  /** Machines of whose disks nobody tells. */
  withoutDisks: number;
  architectures: ArchitectureShare[];
}

/** Adds up machines; what is not known is counted, never taken for zero. */
export function sumNodes(nodes: readonly NodeSummary[]): FleetTotals {
  const disks = nodes.flatMap(node => node.disks);
  const architectures = [
    ...new Set(
      nodes.map(({ architecture }) =>
        architecture.known ? architecture.value : undefined,
      ),
    ),
  ];
  return {
    machines: nodes.length,
    cores: add(nodes.map(node => node.cores)),
    threads: add(nodes.map(node => node.threads)),
    memoryInstalledBytes: add(nodes.map(node => node.memoryInstalledBytes)),
    memoryUsableBytes: add(nodes.map(node => node.memoryUsableBytes)),
    disks: diskClassSchema.options
      .map(name => disks.filter(disk => disk.class === name))
      .filter(ofClass => ofClass.length > 0)
      .map(ofClass => ({
        class: ofClass[0].class,
        count: ofClass.length,
        bytes: ofClass.reduce((sum, disk) => sum + disk.sizeBytes, 0),
      })),
    withoutDisks: nodes.filter(node => node.unread?.disks).length,
    architectures: architectures
      .map(architecture => shareOf(nodes, architecture))
      .sort((a, b) => b.machines - a.machines),
  };
}

function shareOf(
  nodes: readonly NodeSummary[],
  architecture: string | undefined,
): ArchitectureShare {
  const own = nodes.filter(node =>
    node.architecture.known
      ? node.architecture.value === architecture
      : architecture === undefined,
  );
  return {
    architecture,
    machines: own.length,
    ready: own
      .filter(node => node.state === 'ready')
      .sort((a, b) => Number(isWorker(b)) - Number(isWorker(a))),
    unknown: own.filter(node => node.state === 'unknown').length,
    cores: add(own.map(node => node.cores)),
    memoryBytes: add(own.map(node => node.memoryUsableBytes)),
  };
}

function isWorker({ role }: NodeSummary): boolean {
  return role.known && role.value === 'worker';
}

function add(facts: readonly Fact<number>[]): Amount {
  const known = facts.flatMap(fact => (fact.known ? [fact.value] : []));
  return {
    sum: known.reduce((sum, value) => sum + value, 0),
    known: known.length,
    unknown: facts.length - known.length,
  };
}
