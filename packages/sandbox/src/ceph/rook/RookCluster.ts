import type { Cluster } from '../../kubernetes/Cluster';
import { toCrushName } from '../model/Osd';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import type { CephReport } from './CephReport';
import type { OperatorTimes } from './RookOperator';
import { RookPods } from './RookPods';
import { rookNamespace, toCephCluster } from './toCephCluster';
import {
  toDaemonDeployments,
  toOperatorDeployment,
} from './toDaemonDeployments';
import { toDisruption } from './toDisruption';
import { toManagerServices } from './toManagerServices';
import { toPools } from './toPools';

/** What Rook has in the Kubernetes cluster that Ceph runs in. */
export class RookCluster {
  readonly pods: RookPods;
  readonly #ceph: SimulatedCeph;
  readonly #cluster: Cluster;
  /** Host in CRUSH that goes down. */
  #draining: string | undefined;
  /** Hosts whose OSDs are not put out. */
  #held: string[] = [];

  constructor(ceph: SimulatedCeph, cluster: Cluster) {
    this.#ceph = ceph;
    this.#cluster = cluster;
    this.pods = new RookPods(ceph, cluster);
    cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: rookNamespace },
    });
    for (const service of toManagerServices()) {
      cluster.apply(service);
    }
  }

  /** Somebody scaled Deployments: there are as many pods as there are to be. */
  scale({ operatorRuns }: { operatorRuns: boolean }): void {
    for (const deployment of [
      toOperatorDeployment(this.#ceph.definition.rook, operatorRuns),
      ...toDaemonDeployments(this.#ceph),
    ]) {
      this.#cluster.apply(deployment);
    }
  }

  /** What the operator does each time it looked at Ceph. */
  write(report: CephReport, times: OperatorTimes): void {
    const { store } = this.#cluster;
    store.put(toCephCluster(this.#ceph, report, times));
    for (const pool of toPools(this.#ceph)) {
      store.put(pool);
    }
    this.#guardDisruptions();
  }

  #guardDisruptions(): void {
    const drained = [
      ...new Set(
        this.pods
          .listEvicted()
          .filter(({ kind }) => kind === 'osd')
          .map(({ node }) => toCrushName(node)),
      ),
    ];
    for (const host of this.#held.filter(one => !drained.includes(one))) {
      this.#ceph.setNodeFlags(host, []);
    }
    for (const host of drained.filter(one => !this.#held.includes(one))) {
      this.#ceph.setNodeFlags(host, ['noout']);
    }
    this.#held = drained;
    const { budgets, state, draining, unwanted } = toDisruption(
      this.#ceph.observe(),
      drained,
      this.#draining,
    );
    this.#draining = draining;
    for (const object of [...budgets, state]) {
      this.#cluster.apply(object);
    }
    for (const budget of unwanted) {
      this.#cluster.remove(budget);
    }
  }
}
