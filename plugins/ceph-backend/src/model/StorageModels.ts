import type { CephDetail } from '@internal/plugin-ceph-common';
import type { InventoryReader } from '../inventory/InventoryReader';
import { lastKnown } from '../inventory/Kept';
import type { ClusterStorage } from '../storage/ClusterStorage';
import type { Storage } from '../storage/Storage';
import type { ClusterReading } from './ClusterReading';
import { nameAffectedApps } from './nameAffectedApps';
import { StorageModel } from './StorageModel';

/** The model of each platform, made once for all who ask until something is read anew. */
export class StorageModels {
  readonly #storage: Storage;
  readonly #inventories: ReadonlyMap<ClusterStorage, InventoryReader>;
  readonly #built = new Map<
    string,
    { revision: string; model: StorageModel }
  >();

  constructor(
    storage: Storage,
    inventories: ReadonlyMap<ClusterStorage, InventoryReader>,
  ) {
    this.#storage = storage;
    this.#inventories = inventories;
  }

  /** Of one platform, or of all. */
  list(platform?: string): StorageModel[] {
    const found = this.#storage.find({ platform });
    return [...new Set(found.map(({ cluster }) => cluster.platform))].map(
      name => this.#of(name),
    );
  }

  /** Throws `NotFoundError` for a cluster that is not read. */
  get(platform: string, cluster: string): StorageModel {
    return this.#of(this.#storage.get(platform, cluster).cluster.platform);
  }

  /** The Ceph clusters of one cluster, whose reasons name the apps they affect. */
  listCeph(storage: ClusterStorage): CephDetail[] {
    const model = this.#of(storage.cluster.platform);
    return storage.ceph.map(reading => nameAffectedApps(model, reading));
  }

  /** Throws `NotFoundError` for a Ceph cluster that is not known. */
  getCeph(platform: string, cluster: string, name: string): CephDetail {
    return nameAffectedApps(
      this.get(platform, cluster),
      this.#storage.getCeph(platform, cluster, name),
    );
  }

  countVolumes(storage: ClusterStorage): number {
    const { inventory } = this.#inventories.get(storage) ?? {};
    return inventory ? lastKnown(inventory.kubernetes.volumes).length : 0;
  }

  #of(platform: string): StorageModel {
    const clusters = this.#storage.find({ platform });
    const revision = clusters.map(storage => storage.revision).join('.');
    const before = this.#built.get(platform);
    if (before?.revision === revision) return before.model;
    const model = StorageModel.build(
      clusters.flatMap(storage => this.#read(storage)),
    );
    this.#built.set(platform, { revision, model });
    return model;
  }

  #read(storage: ClusterStorage): ClusterReading[] {
    const reader = this.#inventories.get(storage);
    const { ceph, sources } = storage;
    return reader ? [{ inventory: reader.inventory, ceph, sources }] : [];
  }
}
