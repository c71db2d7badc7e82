import type { Clock } from '../../world/clock';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore, StoreEvent } from '../ObjectStore';
import { findResourceType, requireResourceType } from '../resourceTypes';
import { findOwner, isOwnedBy } from './ownership';
import {
  hasBrokenImage,
  isScheduled,
  toFailingPod,
  toRunningPod,
} from './pods';
import type { ReconcileContext } from './ReconcileContext';
import { reconcileDeployment } from './reconcileDeployment';
import { reconcilePodSet } from './reconcilePodSet';
import { reconcileReplicaSet } from './reconcileReplicaSet';

const podType = requireResourceType('v1', 'Pod');

type Reconcile = (context: ReconcileContext, object: KubernetesObject) => void;

const reconcilers: Partial<Record<string, Reconcile>> = {
  Deployment: reconcileDeployment,
  ReplicaSet: reconcileReplicaSet,
  StatefulSet: reconcilePodSet,
  DaemonSet: reconcilePodSet,
};

/**
 * Stands for controller manager, scheduler and kubelets: gives Deployments,
 * StatefulSets and DaemonSets their pods, lets these start, and reports back.
 */
export class WorkloadController {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #context: ReconcileContext;
  readonly #unsubscribe: () => void;

  constructor(
    private readonly options: {
      store: ObjectStore;
      clock: Clock;
      /** Milliseconds from the creation of a pod until it runs. */
      podStartMs: number;
    },
  ) {
    const { store, clock } = options;
    this.#context = {
      store,
      now: () => `${clock.now().toISOString().slice(0, 19)}Z`,
    };
    this.#unsubscribe = store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }

  #handle({ type, object }: StoreEvent) {
    const { store } = this.options;
    if (type === 'DELETED') {
      store
        .all()
        .filter(
          candidate =>
            isOwnedBy(candidate, object) ||
            (object.kind === 'Namespace' &&
              candidate.metadata.namespace === object.metadata.name),
        )
        .forEach(candidate => store.delete(candidate));
    } else {
      this.#reconcile(object);
    }
    if (type === 'ADDED' && object.kind === 'Pod') {
      this.#startLater(object);
    }
    let owner = findOwner(store, object);
    while (owner) {
      this.#reconcile(owner);
      owner = findOwner(store, owner);
    }
  }

  #reconcile(object: KubernetesObject) {
    const reconcile = reconcilers[object.kind];
    const type = findResourceType(object);
    const current =
      type &&
      this.options.store.get(
        type,
        object.metadata.namespace,
        object.metadata.name,
      );
    if (reconcile && current) {
      reconcile(this.#context, current);
    }
  }

  #startLater(pod: KubernetesObject) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const { namespace, name, uid } = pod.metadata;
      const current = this.options.store.get(podType, namespace, name);
      if (current?.metadata.uid === uid && isScheduled(current)) {
        const now = this.#context.now();
        this.options.store.put(
          hasBrokenImage(current)
            ? toFailingPod(current, now)
            : toRunningPod(current, now),
        );
      }
    }, this.options.podStartMs);
    this.#timers.add(timer);
  }
}
