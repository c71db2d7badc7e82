import type { Inventory } from '../inventory/Inventory';
import type { ClusterStorage } from '../storage/ClusterStorage';
import type { Storage } from '../storage/Storage';
import { StorageModel } from './StorageModel';

/** The model of each platform, made once for all who ask until something is read anew. */
export class StorageModels {
  readonly #storage: Storage;
  readonly #inventoryOf: (storage: ClusterStorage) => Inventory;
  readonly #built = new Map<
    string,
    { revision: string; model: StorageModel }
  >();

  constructor(
    storage: Storage,
    inventoryOf: (storage: ClusterStorage) => Inventory,
  ) {
    this.#storage = storage;
    this.#inventoryOf = inventoryOf;
  }

  of(platform: string): StorageModel {
    const clusters = this.#storage.find({ platform });
    const revision = clusters.map(storage => storage.revision).join('.');
    const before = this.#built.get(platform);
    if (before?.revision === revision) return before.model;
    const model = StorageModel.build(
      clusters.map(storage => ({
        inventory: this.#inventoryOf(storage),
        ceph: storage.ceph,
        sources: storage.sources,
      })),
    );
    this.#built.set(platform, { revision, model });
    return model;
  }
}
