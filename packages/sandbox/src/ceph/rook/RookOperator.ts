import type { Cluster } from '../../kubernetes/Cluster';
import type { NewObject } from '../../kubernetes/ObjectStore';
import type { Clock } from '../../world/clock';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import { type CephReport, toCephReport } from './CephReport';
import { rookNamespace } from './toCephCluster';

/** What an operator keeps in its Kubernetes cluster. */
export type RookObjects = (
  ceph: SimulatedCeph,
  report: CephReport,
  operator: { since: string; intervalSeconds: number },
) => NewObject[];

/** Rook's operator in one Kubernetes cluster: looks at Ceph from time to time, and writes what it saw. */
export class RookOperator {
  /** Ended, it writes nothing: what stands in the resources grows old. */
  runs = true;
  readonly #options: {
    ceph: SimulatedCeph;
    cluster: Cluster;
    objects: RookObjects;
    clock: Clock;
    intervalSeconds: number;
  };
  readonly #since: string;
  readonly #timer: NodeJS.Timeout;
  #report: CephReport | undefined;

  constructor(options: {
    ceph: SimulatedCeph;
    cluster: Cluster;
    objects: RookObjects;
    clock: Clock;
    /** Between two looks; Rook's own default is 60. */
    intervalSeconds: number;
  }) {
    this.#options = options;
    this.#since = this.#now();
    options.cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: rookNamespace },
    });
    this.check();
    this.#timer = setInterval(
      () => this.check(),
      options.intervalSeconds * 1000,
    );
    this.#timer.unref();
  }

  /** One look, at once. */
  check(): void {
    const { ceph, cluster, objects, intervalSeconds } = this.#options;
    if (!this.runs) {
      return;
    }
    this.#report = toCephReport(ceph.observe(), this.#now(), this.#report);
    const about = { since: this.#since, intervalSeconds };
    for (const object of objects(ceph, this.#report, about)) {
      cluster.store.put(object);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #now(): string {
    return `${this.#options.clock.now().toISOString().slice(0, 19)}Z`;
  }
}
