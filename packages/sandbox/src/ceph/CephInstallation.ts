import type { Cluster } from '../kubernetes/Cluster';
import type { Clock } from '../world/clock';
import type {
  CephDefinition,
  StorageDevice,
} from './definition/CephDefinition';
import { Accounts } from './manager/Accounts';
import type { ManagerAddress } from './manager/ManagerAddress';
import { SimulatedCeph } from './model/SimulatedCeph';
import { RookOperator } from './rook/RookOperator';
import { toExternalObjects, toRookObjects } from './rook/toRookObjects';

/** A Ceph cluster with what stands around it. */
export class CephInstallation {
  readonly ceph: SimulatedCeph;
  /** Who may read from its manager. */
  readonly accounts: Accounts;
  readonly address: ManagerAddress = { reaches: 'active' };
  /** In the cluster it runs in. */
  readonly operator: RookOperator;
  /** In the cluster that uses it from outside. */
  readonly consumer: RookOperator | undefined;

  constructor(options: {
    definition: CephDefinition;
    devices: StorageDevice[];
    cluster: Cluster;
    consumer?: Cluster;
    clock: Clock;
    password: string;
    intervalSeconds: number;
  }) {
    const { clock, intervalSeconds } = options;
    this.ceph = new SimulatedCeph(options);
    this.accounts = new Accounts(options);
    const common = { ceph: this.ceph, clock, intervalSeconds };
    this.operator = new RookOperator({
      ...common,
      cluster: options.cluster,
      objects: toRookObjects,
    });
    this.consumer =
      options.consumer &&
      new RookOperator({
        ...common,
        cluster: options.consumer,
        objects: toExternalObjects,
      });
  }

  /** A machine is heard of, or not. */
  followMachine(node: string, isHeard: boolean): void {
    this.ceph.setSilent(node, !isHeard);
  }

  stop(): void {
    this.operator.stop();
    this.consumer?.stop();
  }
}
