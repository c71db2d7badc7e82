import { KubernetesReader } from '@internal/upstream';
import type { StorageCluster } from '../config';
import type { CyclePart } from '../storage/CyclePart';
import type { AppDirectory } from './AppDirectory';
import type { Inventory, Machines } from './Inventory';
import { toVolumeKind } from '../volumes/toVolumeKind';
import { keep, type Kept, lastKnown } from './Kept';
import { ObjectLists } from './kubernetes/ObjectLists';
import { LonghornReader } from './longhorn/LonghornReader';
import type { MachineReader } from './MachineReader';

/** Keeps what is known of one cluster beside Ceph. */
export class InventoryReader implements CyclePart {
  readonly #cluster: StorageCluster;
  readonly #objects: ObjectLists;
  readonly #longhorn?: LonghornReader;
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
    const reader =
      cluster.kubernetes && new KubernetesReader(cluster.kubernetes, cluster);
    this.#objects = new ObjectLists(cluster.cluster, reader);
    this.#longhorn = reader && new LonghornReader(cluster.cluster, reader);
  }

  get inventory(): Inventory {
    const { platform, cluster } = this.#cluster;
    return {
      platform,
      cluster,
      kubernetes: this.#objects.known,
      longhorn: this.#longhorn?.known,
      machines: this.#machines,
      apps: this.#apps.known,
    };
  }

  async read(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#readObjects(signal),
      this.#readMachines(signal),
      this.#apps.refresh(),
    ]);
  }

  async close(): Promise<void> {
    await this.#objects.close();
  }

  /** Longhorn is asked only where it has volumes: others need not let the portal ask. */
  async #readObjects(signal: AbortSignal) {
    await this.#objects.read(signal);
    const { volumes } = this.#objects.known;
    const isUsed = lastKnown(volumes).some(
      volume => toVolumeKind(volume) === 'longhorn',
    );
    if (isUsed || this.#longhorn?.known) await this.#longhorn?.read(signal);
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
