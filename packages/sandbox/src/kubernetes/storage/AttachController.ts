import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore, StoreEvent } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { listClaimNames } from '../scheduling/readPodVolumes';
import { readPodSpec } from '../workloads/readPodSpec';
import { readClaim } from './Claim';

const podType = requireResourceType('v1', 'Pod');
const claimType = requireResourceType('v1', 'PersistentVolumeClaim');
const volumeType = requireResourceType('v1', 'PersistentVolume');
const attachmentType = requireResourceType(
  'storage.k8s.io/v1',
  'VolumeAttachment',
);

const volumeSchema = z.looseObject({
  accessModes: z.array(z.string()).default([]),
  csi: z.looseObject({ driver: z.string() }),
});
const attachmentSchema = z.looseObject({
  nodeName: z.string(),
  source: z.looseObject({ persistentVolumeName: z.string() }),
});

/**
 * Stands for attach/detach controller and CSI attachers: a volume is attached
 * where a pod mounts it, and one that only one machine may write to nowhere else
 * as long as a pod of that machine has it.
 */
export class AttachController {
  readonly #unsubscribe: () => void;

  constructor(private readonly store: ObjectStore) {
    this.#unsubscribe = store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  #handle({ object }: StoreEvent) {
    if (object.kind !== podType.kind) {
      return;
    }
    for (const volume of listAttachableVolumes(this.store, object)) {
      this.#reconcile(volume);
    }
  }

  #reconcile(volume: KubernetesObject) {
    const users = listNodesOf(this.store, volume);
    const attached = listAttachments(this.store, volume);
    attached
      .filter(({ node }) => !users.includes(node))
      .forEach(({ object }) => this.store.delete(object));
    const { accessModes, csi } = volumeSchema.parse(volume.spec);
    const kept = attached.filter(({ node }) => users.includes(node));
    const isShared = accessModes.includes('ReadWriteMany');
    const wanted = isShared ? users : kept.map(({ node }) => node);
    const [first] = users;
    for (const node of wanted.length > 0 || !first ? wanted : [first]) {
      this.store.put({
        apiVersion: 'storage.k8s.io/v1',
        kind: 'VolumeAttachment',
        metadata: { name: toName(volume.metadata.name, csi.driver, node) },
        spec: {
          attacher: csi.driver,
          nodeName: node,
          source: { persistentVolumeName: volume.metadata.name },
        },
        status: { attached: true },
      });
    }
  }
}

/** Whether all volumes of the pod that need to be attached to its node are. */
export function areVolumesAttached(
  store: ObjectStore,
  pod: KubernetesObject,
): boolean {
  const node = readPodSpec(pod)?.nodeName;
  return listAttachableVolumes(store, pod).every(volume =>
    listAttachments(store, volume).some(attachment => attachment.node === node),
  );
}

function listAttachableVolumes(
  store: ObjectStore,
  pod: KubernetesObject,
): KubernetesObject[] {
  return listClaimNames(pod).flatMap(name => {
    const object = store.get(claimType, pod.metadata.namespace, name);
    const volumeName = object && readClaim(object)?.volumeName;
    const volume =
      volumeName === undefined
        ? undefined
        : store.get(volumeType, undefined, volumeName);
    return volume && volumeSchema.safeParse(volume.spec).success
      ? [volume]
      : [];
  });
}

/** Where pods are bound to that mount the volume. */
function listNodesOf(store: ObjectStore, volume: KubernetesObject): string[] {
  return [
    ...new Set(
      store
        .list(podType)
        .filter(pod =>
          listAttachableVolumes(store, pod).some(
            ({ metadata }) => metadata.uid === volume.metadata.uid,
          ),
        )
        .flatMap(pod => readPodSpec(pod)?.nodeName ?? []),
    ),
  ];
}

function listAttachments(store: ObjectStore, volume: KubernetesObject) {
  return store.list(attachmentType).flatMap(object => {
    const { data } = attachmentSchema.safeParse(object.spec);
    return data?.source.persistentVolumeName === volume.metadata.name
      ? [{ object, node: data.nodeName }]
      : [];
  });
}

/** As the attach/detach controller names it. */
function toName(volume: string, driver: string, node: string): string {
  const digest = createHash('sha256').update(`${volume}${driver}${node}`);
  return `csi-${digest.digest('hex')}`;
}
