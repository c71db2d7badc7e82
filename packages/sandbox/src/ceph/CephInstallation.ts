import type { Cluster } from '../kubernetes/Cluster';
import type { TalosCluster } from '../talos/TalosCluster';
import type { Clock } from '../world/clock';
import type { CephDefinition } from './definition/CephDefinition';
import { readStorageDevices } from './definition/readStorageDevices';
import { Accounts } from './manager/Accounts';
import type { ManagerAddress } from './manager/ManagerAddress';
import { SimulatedCeph } from './model/SimulatedCeph';
import { RookCluster } from './rook/RookCluster';
import { RookOperator } from './rook/RookOperator';
import { rookNamespace, toExternalCephCluster } from './rook/toCephCluster';

/** A Ceph cluster with what stands around it. */
export class CephInstallation {
  readonly ceph: SimulatedCeph;
  /** The machines it runs on. */
  readonly talos: TalosCluster;
  /** Who may read from its manager. */
  readonly accounts: Accounts;
  readonly address: ManagerAddress = { reaches: 'active' };
  /** In the cluster it runs in. */
  readonly operator: RookOperator;
  readonly #rook: RookCluster;
  readonly #consumer: RookOperator | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(options: {
    definition: CephDefinition;
    talos: TalosCluster;
    cluster: Cluster;
    /** The cluster that uses it from outside. */
    consumer?: Cluster;
    clock: Clock;
    password: string;
    intervalSeconds: number;
  }) {
    const { talos, cluster, consumer } = options;
    this.talos = talos;
    this.ceph = new SimulatedCeph({
      ...options,
      devices: readStorageDevices(talos.machines),
    });
    this.accounts = new Accounts(options);
    const rook = new RookCluster(this.ceph, cluster);
    this.#rook = rook;
    const common = { ...options, ceph: this.ceph };
    this.operator = new RookOperator({
      ...common,
      write: (report, times) => rook.write(report, times),
    });
    this.#consumer = consumer && startConsumer(consumer, common);
    this.#followPods();
    this.#timer = setInterval(() => rook.pods.follow(), 1_000);
    this.#timer.unref();
  }

  /** A machine is heard of, or not. */
  followMachine(node: string, isHeard: boolean): void {
    this.ceph.setSilent(node, !isHeard);
    this.settle();
  }

  /** Kubernetes and Rook see at once what was changed. */
  settle(): void {
    this.#followPods();
    this.operator.check();
    this.#consumer?.check();
  }

  #followPods(): void {
    this.#rook.scale({ operatorRuns: this.operator.runs });
    this.#rook.pods.follow();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.operator.stop();
    this.#consumer?.stop();
  }
}

function startConsumer(
  cluster: Cluster,
  options: { ceph: SimulatedCeph; clock: Clock; intervalSeconds: number },
): RookOperator {
  cluster.apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: rookNamespace },
  });
  return new RookOperator({
    ...options,
    write: (report, times) =>
      cluster.store.put(toExternalCephCluster(options.ceph, report, times)),
  });
}
