import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore, StoreEvent } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { bindClaim } from './bindClaim';
import { type Claim, readClaim } from './Claim';
import { findStaticVolume } from './findStaticVolume';
import type { StorageBackends } from './Provisioning';
import { provisionVolume } from './provisionVolume';
import { releaseVolume } from './releaseVolume';
import { findDefaultClass, readStorageClass } from './StorageClass';

const claimType = requireResourceType('v1', 'PersistentVolumeClaim');
const volumeType = requireResourceType('v1', 'PersistentVolume');
const classType = requireResourceType('storage.k8s.io/v1', 'StorageClass');

/**
 * Stands for the volume binder and the provisioners: gives each claim a volume,
 * at once or when the scheduler has chosen a node, and lets go of volumes whose
 * claims are gone.
 */
export class VolumeController {
  readonly #unsubscribe: () => void;

  constructor(
    private readonly options: {
      store: ObjectStore;
      backends: StorageBackends;
    },
  ) {
    this.#unsubscribe = options.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  #handle({ type, object }: StoreEvent) {
    const { store } = this.options;
    if (object.kind === claimType.kind) {
      if (type === 'DELETED') {
        releaseVolume(store, object);
      } else {
        this.#reconcile(object);
      }
    } else if (
      type === 'ADDED' &&
      (object.kind === volumeType.kind || object.kind === classType.kind)
    ) {
      store.list(claimType).forEach(claim => this.#reconcile(claim));
    } else if (type === 'DELETED' && object.kind === volumeType.kind) {
      this.#lose(object);
    }
  }

  #reconcile(object: KubernetesObject) {
    const { store } = this.options;
    const { namespace, name } = object.metadata;
    const current = store.get(claimType, namespace, name);
    const claim = current && readClaim(current);
    if (!claim || claim.isBound) {
      return;
    }
    if (claim.className === undefined) {
      const storageClassName = findDefaultClass(store);
      if (storageClassName !== undefined) {
        store.put({
          ...claim.object,
          spec: { ...toRecord(claim.object.spec), storageClassName },
        });
        return;
      }
    }
    const volume =
      findStaticVolume(store, claim) ?? this.#findProvisioned(claim);
    if (volume) {
      bindClaim(store, claim, volume);
    }
  }

  #findProvisioned(claim: Claim): KubernetesObject | undefined {
    const { store, backends } = this.options;
    const object =
      claim.className === undefined
        ? undefined
        : store.get(classType, undefined, claim.className);
    const storageClass = object && readStorageClass(object);
    const isEarly =
      storageClass?.volumeBindingMode === 'WaitForFirstConsumer' &&
      claim.selectedNode === undefined;
    return storageClass && !isEarly
      ? provisionVolume(store, { claim, storageClass, backends })
      : undefined;
  }

  /** Somebody removed a volume that a claim is bound to. */
  #lose(volume: KubernetesObject) {
    const { store } = this.options;
    store
      .list(claimType)
      .filter(object => readClaim(object)?.volumeName === volume.metadata.name)
      .forEach(object => store.put({ ...object, status: { phase: 'Lost' } }));
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
