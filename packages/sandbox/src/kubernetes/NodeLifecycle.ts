import type { KubernetesObject } from './KubernetesObject';
import { isNodeReady } from './nodeConditions';
import type { ObjectStore, StoreEvent } from './ObjectStore';
import { requireResourceType } from './resourceTypes';
import { findToleration, readTaints } from './scheduling/taints';
import { endPod } from './workloads/endPod';
import { isEnding, isRunning, withReadiness } from './workloads/pods';
import { readPodSpec } from './workloads/readPodSpec';

const podType = requireResourceType('v1', 'Pod');
const nodeType = requireResourceType('v1', 'Node');

/**
 * Stands for the node lifecycle controller: pods of a node that is not ready
 * are not ready either, and after a while those end that do not bear it. What
 * takes five minutes in a cluster takes seconds here.
 */
export class NodeLifecycle {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #unsubscribe: () => void;

  constructor(
    private readonly options: {
      store: ObjectStore;
      now(): string;
      /** Milliseconds until the pods of a node that is not ready end. */
      tolerationMs: number;
      /** The kubelet of the node is back. */
      onReady(node: string): void;
    },
  ) {
    this.#unsubscribe = options.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }

  #handle({ type, object, previous }: StoreEvent) {
    if (type !== 'MODIFIED' || object.kind !== nodeType.kind || !previous) {
      return;
    }
    const isReady = isNodeReady(object);
    if (isReady !== isNodeReady(previous)) {
      if (isReady) {
        this.#welcome(object.metadata.name);
      } else {
        this.#miss(object.metadata.name);
      }
    }
  }

  #miss(node: string) {
    const { store, now, tolerationMs } = this.options;
    this.#listPods(node)
      .filter(isRunning)
      .forEach(pod => store.put(withReadiness(pod, false, now())));
    this.#timers.set(
      node,
      setTimeout(() => this.#evict(node), tolerationMs),
    );
  }

  #evict(name: string) {
    const node = this.options.store.get(nodeType, undefined, name);
    const taints = (node ? readTaints(node) : []).filter(
      ({ effect }) => effect === 'NoExecute',
    );
    for (const pod of this.#listPods(name)) {
      const tolerations = readPodSpec(pod)?.tolerations ?? [];
      const isPatient = taints.every(taint =>
        tolerations.some(
          toleration =>
            toleration.tolerationSeconds === undefined &&
            findToleration([toleration], taint),
        ),
      );
      if (!isPatient) {
        endPod(this.options, pod);
      }
    }
  }

  #welcome(node: string) {
    const { store, now, onReady } = this.options;
    clearTimeout(this.#timers.get(node));
    this.#timers.delete(node);
    for (const pod of this.#listPods(node)) {
      if (isEnding(pod)) {
        store.delete(pod);
      } else if (isRunning(pod)) {
        store.put(withReadiness(pod, true, now()));
      }
    }
    onReady(node);
  }

  #listPods(node: string): KubernetesObject[] {
    return this.options.store
      .list(podType)
      .filter(pod => readPodSpec(pod)?.nodeName === node);
  }
}
