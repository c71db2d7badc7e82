import type { KubernetesObject } from '../KubernetesObject';
import { isNodeReady } from '../nodeConditions';
import type { ObjectStore, StoreEvent } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { areVolumesAttached } from '../storage/AttachController';
import { readPodSpec } from './readPodSpec';
import {
  hasBrokenImage,
  isEnding,
  isRunning,
  isScheduled,
  toContainerCreating,
  toFailingPod,
  toRunningPod,
} from './pods';

const podType = requireResourceType('v1', 'Pod');
const nodeType = requireResourceType('v1', 'Node');

/** Stands for the kubelets: lets pods start that are bound to their node, once their volumes are attached. */
export class Kubelets {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #unsubscribe: () => void;

  constructor(
    private readonly options: {
      store: ObjectStore;
      now(): string;
      /** Milliseconds from when a pod is bound until it runs. */
      podStartMs: number;
    },
  ) {
    this.#unsubscribe = options.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }

  /** Starts what waits on the node. */
  resume(node: string): void {
    this.#listPending()
      .filter(pod => readPodSpec(pod)?.nodeName === node)
      .forEach(pod => this.#startLater(pod));
  }

  #handle({ type, object, previous }: StoreEvent) {
    if (object.kind === 'VolumeAttachment' && type === 'ADDED') {
      this.#listPending().forEach(pod => this.#startLater(pod));
    } else if (
      object.kind === podType.kind &&
      type !== 'DELETED' &&
      isScheduled(object) &&
      (!previous || !isScheduled(previous))
    ) {
      this.options.store.put(toContainerCreating(object, this.options.now()));
      this.#startLater(object);
    }
  }

  #listPending() {
    return this.options.store
      .list(podType)
      .filter(pod => isScheduled(pod) && !isRunning(pod) && !isEnding(pod));
  }

  #startLater(pod: KubernetesObject) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#start(pod);
    }, this.options.podStartMs);
    this.#timers.add(timer);
  }

  #start({ metadata }: KubernetesObject) {
    const { store, now } = this.options;
    const pod = store.get(podType, metadata.namespace, metadata.name);
    const nodeName = pod && readPodSpec(pod)?.nodeName;
    const node =
      nodeName === undefined
        ? undefined
        : store.get(nodeType, undefined, nodeName);
    if (
      pod &&
      node &&
      pod.metadata.uid === metadata.uid &&
      !isRunning(pod) &&
      !isEnding(pod) &&
      isNodeReady(node) &&
      areVolumesAttached(store, pod)
    ) {
      store.put(
        hasBrokenImage(pod)
          ? toFailingPod(pod, now())
          : toRunningPod(pod, now()),
      );
    }
  }
}
