import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import { isNodeReady } from '../nodeConditions';
import type { ObjectStore, StoreEvent } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { readTaints } from '../scheduling/taints';

const persistentType = requireResourceType('v1', 'PersistentVolume');
const nodeType = requireResourceType('v1', 'Node');
const attachmentType = requireResourceType(
  'storage.k8s.io/v1',
  'VolumeAttachment',
);
const volumeType = requireResourceType('longhorn.io/v1beta2', 'Volume');
const replicaType = requireResourceType('longhorn.io/v1beta2', 'Replica');

const NAMESPACE = 'longhorn-system';
const DRIVER = 'driver.longhorn.io';

const persistentSchema = z.looseObject({
  capacity: z.looseObject({ storage: z.string() }),
  csi: z.looseObject({
    driver: z.literal(DRIVER),
    volumeHandle: z.string(),
    volumeAttributes: z.looseObject({ numberOfReplicas: z.string() }),
  }),
});
const attachmentSchema = z.looseObject({
  nodeName: z.string(),
  source: z.looseObject({ persistentVolumeName: z.string() }),
});
const replicaSchema = z.looseObject({
  nodeID: z.string(),
  healthyAt: z.string(),
  failedAt: z.string(),
});

/**
 * Stands for Longhorn: a Volume and its Replicas for each PersistentVolume of
 * its driver. Replicas of a node that is not ready fail, and are whole again as
 * soon as it is back.
 *
 * @see https://github.com/longhorn/longhorn-manager/tree/master/k8s/pkg/apis/longhorn/v1beta2
 */
export class LonghornController {
  readonly #unsubscribe: () => void;

  constructor(private readonly options: { store: ObjectStore; now(): string }) {
    this.#unsubscribe = options.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  #handle({ type, object }: StoreEvent) {
    const { store } = this.options;
    if (object.kind === persistentType.kind && type === 'DELETED') {
      this.#forget(object);
    } else if (object.kind === persistentType.kind) {
      this.#reconcile(object);
    } else if (
      object.kind === attachmentType.kind ||
      object.kind === nodeType.kind
    ) {
      store.list(persistentType).forEach(volume => this.#reconcile(volume));
    }
  }

  #reconcile(persistent: KubernetesObject) {
    const { store, now } = this.options;
    const { data: spec } = persistentSchema.safeParse(persistent.spec);
    const { name } = persistent.metadata;
    if (!spec || !store.get(persistentType, undefined, name)) return;
    const volume = spec.csi.volumeHandle;
    const wanted = Number(spec.csi.volumeAttributes.numberOfReplicas);
    const attached = this.#findAttachedNode(persistent);
    const replicas = this.#listReplicas(volume);
    const places =
      replicas.length > 0
        ? replicas.map(({ nodeID }) => nodeID)
        : this.#choosePlaces(volume, wanted);
    const whole = places.filter((node, index) => {
      const isReady = this.#isReady(node);
      const before = replicas.at(index);
      const failedAt = isReady ? '' : before?.failedAt || now();
      store.put({
        apiVersion: 'longhorn.io/v1beta2',
        kind: replicaType.kind,
        metadata: {
          name: `${volume}-r-${index}`,
          namespace: NAMESPACE,
          labels: { longhornnode: node, longhornvolume: volume },
        },
        spec: {
          volumeName: volume,
          nodeID: node,
          active: true,
          dataEngine: 'v1',
          healthyAt: before?.healthyAt || now(),
          failedAt,
        },
        status: { currentState: toInstanceState(isReady, attached) },
      });
      return isReady;
    });
    store.put({
      apiVersion: 'longhorn.io/v1beta2',
      kind: volumeType.kind,
      metadata: { name: volume, namespace: NAMESPACE },
      spec: {
        numberOfReplicas: wanted,
        dataEngine: 'v1',
        dataLocality: 'disabled',
        frontend: 'blockdev',
        nodeID: attached ?? '',
      },
      status: {
        state: attached === undefined ? 'detached' : 'attached',
        robustness: toRobustness(attached, whole.length, wanted),
        currentNodeID: attached ?? '',
        ownerID: attached ?? places.at(0) ?? '',
        kubernetesStatus: { pvName: persistent.metadata.name },
      },
    });
  }

  /** Longhorn's manager runs where nothing is tainted; each replica on a machine of its own. */
  #choosePlaces(volume: string, wanted: number): string[] {
    const nodes = this.options.store
      .list(nodeType)
      .filter(node => isNodeReady(node) && readTaints(node).length === 0)
      .map(({ metadata }) => metadata.name);
    const first = [...volume].reduce(
      (sum, character) => sum + character.charCodeAt(0),
      0,
    );
    return Array.from(
      { length: Math.min(wanted, nodes.length) },
      (_, index) => nodes[(first + index) % nodes.length],
    );
  }

  #listReplicas(volume: string) {
    return this.options.store
      .list(replicaType, NAMESPACE)
      .filter(({ metadata }) => metadata.labels?.longhornvolume === volume)
      .map(({ spec }) => replicaSchema.parse(spec));
  }

  #findAttachedNode(persistent: KubernetesObject): string | undefined {
    return this.options.store
      .list(attachmentType)
      .map(({ spec }) => attachmentSchema.parse(spec))
      .find(
        ({ source }) =>
          source.persistentVolumeName === persistent.metadata.name,
      )?.nodeName;
  }

  #isReady(name: string): boolean {
    const node = this.options.store.get(nodeType, undefined, name);
    return node !== undefined && isNodeReady(node);
  }

  #forget({ spec }: KubernetesObject) {
    const { data } = persistentSchema.safeParse(spec);
    if (!data) return;
    const { store } = this.options;
    const volume = data.csi.volumeHandle;
    const found = store.get(volumeType, NAMESPACE, volume);
    if (found) store.delete(found);
    store
      .list(replicaType, NAMESPACE)
      .filter(({ metadata }) => metadata.labels?.longhornvolume === volume)
      .forEach(replica => store.delete(replica));
  }
}

function toInstanceState(isReady: boolean, attached: string | undefined) {
  if (!isReady) return 'error';
  return attached === undefined ? 'stopped' : 'running';
}

function toRobustness(
  attached: string | undefined,
  whole: number,
  wanted: number,
) {
  if (whole === 0) return 'faulted';
  if (attached === undefined) return 'unknown';
  return whole < wanted ? 'degraded' : 'healthy';
}
