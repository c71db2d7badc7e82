import { NotFoundError } from '@backstage/errors';
import type {
  MachineDisksList,
  NodeDetail,
  NodeList,
  WorkloadList,
} from '@internal/plugin-talos-nodes-common';
import { known, unknown } from './facts/fact';
import type { ClusterReader } from './fleet/ClusterReader';
import { toSummary } from './node/buildNode';
import { type Rendered, RenderedNodes } from './RenderedNodes';

export interface ClusterFilter {
  platform?: string;
  cluster?: string;
}

/** All machines that are known, from memory. */
export class Nodes {
  readonly #readers: readonly ClusterReader[];
  readonly #rendered = new Map<string, RenderedNodes>();

  constructor(readers: readonly ClusterReader[]) {
    this.#readers = readers;
  }

  list(filter: ClusterFilter): NodeList {
    return toList(this.#find(filter));
  }

  /** The list as compressed JSON, a few seconds old at most. */
  async render(filter: ClusterFilter): Promise<Rendered> {
    const readers = this.#find(filter);
    const key = readers
      .map(({ cluster }) => `${cluster.platform}/${cluster.cluster}`)
      .join(' ');
    const rendered =
      this.#rendered.get(key) ??
      new RenderedNodes({
        readRevision: () => readers.map(({ revision }) => revision).join('.'),
        list: () => toList(readers),
      });
    this.#rendered.set(key, rendered);
    return rendered.read();
  }

  listDisks(filter: ClusterFilter): MachineDisksList {
    const nodes = this.#find(filter).flatMap(reader => [
      ...reader.nodes.values(),
    ]);
    return {
      items: nodes.map(
        ({
          platform,
          cluster,
          name,
          entityRef,
          unread,
          hardware: { disks },
        }) => ({
          platform,
          cluster,
          node: name,
          entityRef,
          disks: unread?.disks ? unknown(unread.disks) : known(disks, 'talos'),
        }),
      ),
    };
  }

  listWorkloads(filter: ClusterFilter & { node?: string }): WorkloadList {
    const readers = this.#find(filter);
    return {
      items: readers.flatMap(reader => reader.listWorkloads(filter.node)),
      clusters: readers.map(({ workloadState }) => workloadState),
    };
  }

  /** Throws `NotFoundError` for one that is not known. */
  get(platform: string, cluster: string, name: string): NodeDetail {
    const node = this.reader(platform, cluster).nodes.get(name);
    if (!node) {
      throw new NotFoundError(
        `${cluster} of ${platform} has no machine ${name}`,
      );
    }
    return node;
  }

  /** Throws `NotFoundError` for a cluster that is not read. */
  reader(platform: string, cluster: string): ClusterReader {
    const found = this.#find({ platform, cluster }).at(0);
    if (!found) {
      throw new NotFoundError(
        `No machines are read of a cluster ${cluster} of ${platform}`,
      );
    }
    return found;
  }

  #find({ platform, cluster }: ClusterFilter): ClusterReader[] {
    return this.#readers.filter(
      reader =>
        (platform === undefined || reader.cluster.platform === platform) &&
        (cluster === undefined || reader.cluster.cluster === cluster),
    );
  }
}

function toList(readers: readonly ClusterReader[]): NodeList {
  return {
    items: readers.flatMap(({ nodes }) => [...nodes.values()].map(toSummary)),
    clusters: readers.map(({ state }) => state),
  };
}
