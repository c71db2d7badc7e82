import { z } from 'zod';
import type { Cluster } from '../../kubernetes/Cluster';
import type { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { requireResourceType } from '../../kubernetes/resourceTypes';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import { type Daemon, listDaemons } from './daemons';
import { rookNamespace } from './toCephCluster';

const podType = requireResourceType('v1', 'Pod');
const nodeType = requireResourceType('v1', 'Node');
const nodeSchema = z.looseObject({
  spec: z.looseObject({ unschedulable: z.boolean().default(false) }),
});
const podSchema = z.looseObject({
  status: z.looseObject({ phase: z.string() }),
});

/** The pods of Ceph's daemons, as the Kubernetes cluster has them. */
export class RookPods {
  readonly #ceph: SimulatedCeph;
  readonly #cluster: Cluster;

  constructor(ceph: SimulatedCeph, cluster: Cluster) {
    this.#ceph = ceph;
    this.#cluster = cluster;
  }

  /** The pod that runs the daemon. */
  find({ kind, id }: Daemon): KubernetesObject | undefined {
    return this.#cluster.store
      .list(podType, rookNamespace)
      .find(
        pod =>
          pod.metadata.labels?.app === `rook-ceph-${kind}` &&
          pod.metadata.labels.ceph_daemon_id === id &&
          podSchema.safeParse(pod).data?.status.phase === 'Running',
      );
  }

  /** Daemons whose pods were drained off their node, which takes no new ones. */
  listEvicted(): Daemon[] {
    const cordoned = this.#cluster.store
      .list(nodeType)
      .filter(node => nodeSchema.safeParse(node).data?.spec.unschedulable)
      .map(({ metadata }) => metadata.name);
    return listDaemons(this.#ceph).filter(
      daemon => cordoned.includes(daemon.node) && !this.find(daemon),
    );
  }

  /** Ceph follows its pods; and each manager's pod says whether it is the active one. */
  follow(): void {
    this.#ceph.setEvicted(new Set(this.listEvicted().map(({ name }) => name)));
    const { managers } = this.#ceph.observe();
    for (const daemon of listDaemons(this.#ceph)) {
      const pod = this.find(daemon);
      if (pod && daemon.kind === 'osd') {
        this.#ceph.setPod(Number(daemon.id), pod.metadata.name);
      }
      const role = managers.find(({ name }) => name === daemon.id)?.role;
      if (
        pod &&
        daemon.kind === 'mgr' &&
        role !== undefined &&
        role !== 'gone'
      ) {
        this.#cluster.store.put({
          ...pod,
          metadata: {
            ...pod.metadata,
            labels: { ...pod.metadata.labels, mgr_role: role },
          },
        });
      }
    }
  }
}
