import type { KubernetesObject } from '../KubernetesObject';
import type { StoreEvent } from '../ObjectStore';
import { findResourceType, requireResourceType } from '../resourceTypes';
import { findOwner, isOwnedBy } from './ownership';
import type { ReconcileContext } from './ReconcileContext';
import { reconcileDatabase } from './reconcileDatabase';
import { reconcileDeployment } from './reconcileDeployment';
import { reconcilePodSet } from './reconcilePodSet';
import { reconcileReplicaSet } from './reconcileReplicaSet';

const daemonSetType = requireResourceType('apps/v1', 'DaemonSet');

type Reconcile = (context: ReconcileContext, object: KubernetesObject) => void;

const reconcilers: Partial<Record<string, Reconcile>> = {
  Deployment: reconcileDeployment,
  ReplicaSet: reconcileReplicaSet,
  StatefulSet: reconcilePodSet,
  DaemonSet: reconcilePodSet,
  Cluster: reconcileDatabase,
};

/**
 * Stands for the controller manager and the operators: gives Deployments,
 * StatefulSets, DaemonSets and databases their pods, and reports back.
 */
export class WorkloadController {
  readonly #unsubscribe: () => void;

  constructor(private readonly context: ReconcileContext) {
    this.#unsubscribe = context.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  #handle({ type, object }: StoreEvent) {
    const { store } = this.context;
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
    if (object.kind === 'Node') {
      store.list(daemonSetType).forEach(set => this.#reconcile(set));
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
      this.context.store.get(
        type,
        object.metadata.namespace,
        object.metadata.name,
      );
    if (reconcile && current) {
      reconcile(this.context, current);
    }
  }
}
