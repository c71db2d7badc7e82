import type { Workload } from '@internal/plugin-talos-nodes-common';
import type { AppIndex } from '@internal/upstream';
import type { PlacedPod } from './PlacedPod';

/** What runs on the machines of one cluster, and which apps that is. */
export class ClusterWorkloads {
  readonly #key: { platform: string; cluster: string };
  readonly #nodes = new Map<string, Workload[]>();

  constructor(
    key: { platform: string; cluster: string },
    pods: readonly PlacedPod[],
    /** Absent as long as the catalog was not read. */
    apps: AppIndex | undefined,
  ) {
    const { platform, cluster } = key;
    this.#key = { platform, cluster };
    for (const placed of pods) {
      const workload = this.#toWorkload(placed, apps);
      const others = this.#nodes.get(placed.node);
      if (others) others.push(workload);
      else this.#nodes.set(placed.node, [workload]);
    }
  }

  /** Of one machine; default: of all. */
  list(node?: string): Workload[] {
    return node === undefined
      ? [...this.#nodes.values()].flat()
      : (this.#nodes.get(node) ?? []);
  }

  #toWorkload(
    { labels, ...placed }: PlacedPod,
    apps: AppIndex | undefined,
  ): Workload {
    const { namespace } = placed;
    const app = apps?.find({ ...this.#key, namespace, labels });
    return {
      ...this.#key,
      ...placed,
      app: app && {
        name: app.name,
        entityRef: app.entityRef,
        owner: app.owner,
      },
    };
  }
}
