import { z } from 'zod';
import { toObjectKey, type KubernetesObject } from '../KubernetesObject';
import type { ObjectStore, StoreEvent } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { selectedNodeAnnotation } from '../storage/Claim';
import { isEnding, isScheduled, toPodCondition } from '../workloads/pods';
import { findNode } from './findNode';
import { readPodVolumes } from './readPodVolumes';

const podType = requireResourceType('v1', 'Pod');
/** Whose changes may make room for a pod that waits. */
const helpfulKinds = new Set([
  'Node',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StorageClass',
]);
const statusSchema = z.looseObject({
  conditions: z.array(z.looseObject({ type: z.string() })).default([]),
});

/** Stands for kube-scheduler: binds each pod to a node that takes it, or says why there is none. */
export class Scheduler {
  readonly #waiting = new Map<string, KubernetesObject>();
  readonly #unsubscribe: () => void;

  constructor(
    private readonly options: {
      store: ObjectStore;
      /** ISO 8601, in whole seconds. */
      now(): string;
    },
  ) {
    this.#unsubscribe = options.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  #handle({ type, object }: StoreEvent) {
    if (object.kind === podType.kind) {
      if (type === 'DELETED') {
        this.#waiting.delete(toObjectKey(object));
        this.#retry();
      } else if (type === 'ADDED' && !isScheduled(object)) {
        this.#schedule(object);
      }
    } else if (helpfulKinds.has(object.kind)) {
      this.#retry();
    }
  }

  #retry() {
    for (const pod of [...this.#waiting.values()]) {
      this.#schedule(pod);
    }
  }

  #schedule({ metadata }: KubernetesObject) {
    const { store, now } = this.options;
    const pod = store.get(podType, metadata.namespace, metadata.name);
    if (
      !pod ||
      pod.metadata.uid !== metadata.uid ||
      isScheduled(pod) ||
      isEnding(pod)
    ) {
      return;
    }
    const key = toObjectKey(pod);
    const volumes = readPodVolumes(store, pod);
    const found = findNode(store, pod, volumes);
    this.#waiting.set(key, pod);
    if (found.outcome === 'none') {
      this.#putUnschedulable(pod, found.message);
    } else if (volumes.unbound.length > 0) {
      // The volumes come first; when they are bound, the pod is looked at again.
      for (const { object } of volumes.unbound) {
        store.put({
          ...object,
          metadata: {
            ...object.metadata,
            annotations: {
              ...object.metadata.annotations,
              [selectedNodeAnnotation]: found.node,
            },
          },
        });
      }
    } else {
      this.#waiting.delete(key);
      store.put({
        ...pod,
        spec: { ...toRecord(pod.spec), nodeName: found.node },
        status: {
          ...toRecord(pod.status),
          conditions: [toPodCondition('PodScheduled', true, now())],
        },
      });
    }
  }

  #putUnschedulable(pod: KubernetesObject, message: string) {
    const { store, now } = this.options;
    const { conditions } = statusSchema.parse(pod.status ?? {});
    if (conditions.some(condition => condition.message === message)) {
      return;
    }
    store.put({
      ...pod,
      status: {
        phase: 'Pending',
        qosClass: 'Burstable',
        conditions: [
          {
            ...toPodCondition('PodScheduled', false, now()),
            reason: 'Unschedulable',
            message,
          },
        ],
      },
    });
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
