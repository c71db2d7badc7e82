import { KubernetesReader } from '@internal/upstream';
import type { StorageCluster } from '../config';
import type { CyclePart } from '../storage/CyclePart';
import type { AppDirectory } from './AppDirectory';
import type { Inventory, Machines } from './Inventory';
import { keep, type Kept } from './Kept';
import { ObjectLists } from './kubernetes/ObjectLists';
import type { MachineReader } from './MachineReader';

/** Keeps what is known of one cluster beside Ceph. */
export class InventoryReader implements CyclePart {
  readonly #cluster: StorageCluster;
  readonly #objects: ObjectLists;
  readonly #machineReader: MachineReader;
  readonly #apps: AppDirectory;
  #machines: Kept<Machines> = { state: 'unread', reason: 'not-reachable' };

  constructor(options: {
    cluster: StorageCluster;
    machines: MachineReader;
    apps: AppDirectory;
  }) {
    const { cluster } = options;
    this.#cluster = cluster;
    this.#machineReader = options.machines;
    this.#apps = options.apps;
    this.#objects = new ObjectLists(
      cluster.cluster,
      cluster.kubernetes && new KubernetesReader(cluster.kubernetes, cluster),
    );
  }

  get inventory(): Inventory {
    const { platform, cluster } = this.#cluster;
    return {
      platform,
      cluster,
      kubernetes: this.#objects.known,
      machines: this.#machines,
      apps: this.#apps.known,
    };
  }

  async read(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#objects.read(signal),
      this.#readMachines(signal),
      this.#apps.refresh(),
    ]);
  }

  async close(): Promise<void> {
    await this.#objects.close();
  }

  async #readMachines(signal: AbortSignal) {
    const attempt = await this.#machineReader.read({
      ...this.#cluster,
      signal,
    });
    if (signal.aborted) return;
    this.#machines = keep(this.#machines, attempt, new Date());
  }
}
