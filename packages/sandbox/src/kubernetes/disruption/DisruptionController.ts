import type { KubernetesObject } from '../KubernetesObject';
import type { StoreEvent } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { withTransitionTimes } from '../workloads/conditions';
import { findOwner } from '../workloads/ownership';
import { isAvailable, isEnding } from '../workloads/pods';
import {
  putStatus,
  type ReconcileContext,
} from '../workloads/ReconcileContext';
import { readWorkloadSpec } from '../workloads/workload';
import { readBudget } from './readBudget';

const budgetType = requireResourceType('policy/v1', 'PodDisruptionBudget');
const podType = requireResourceType('v1', 'Pod');

/** Stands for the disruption controller: says of each PodDisruptionBudget how many of its pods may go. */
export class DisruptionController {
  readonly #unsubscribe: () => void;

  constructor(private readonly context: ReconcileContext) {
    this.#unsubscribe = context.store.subscribe(event => this.#handle(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  #handle({ type, object }: StoreEvent) {
    if (object.kind === budgetType.kind && type !== 'DELETED') {
      this.#reconcile(object);
    } else if (object.kind === podType.kind) {
      this.context.store
        .list(budgetType, object.metadata.namespace)
        .forEach(budget => this.#reconcile(budget));
    }
  }

  #reconcile(object: KubernetesObject) {
    const { store, now } = this.context;
    const budget = readBudget(object);
    if (!budget) {
      return;
    }
    const pods = store
      .list(podType, object.metadata.namespace)
      .filter(budget.covers);
    const { minAvailable, maxUnavailable } = budget;
    // A number of pods that must stay needs nobody to say how many there should be.
    const expectedPods =
      typeof minAvailable === 'number' ? pods.length : this.#sumReplicas(pods);
    const desiredHealthy =
      minAvailable === undefined
        ? expectedPods - toCount(maxUnavailable ?? 1, expectedPods)
        : toCount(minAvailable, expectedPods);
    const currentHealthy = pods.filter(isAvailable).length;
    const disruptionsAllowed =
      expectedPods > 0 ? Math.max(0, currentHealthy - desiredHealthy) : 0;
    putStatus(this.context, object, {
      currentHealthy,
      desiredHealthy: Math.max(0, desiredHealthy),
      disruptionsAllowed,
      expectedPods,
      conditions: withTransitionTimes(
        [
          {
            type: 'DisruptionAllowed',
            status: disruptionsAllowed > 0 ? 'True' : 'False',
            reason:
              disruptionsAllowed > 0 ? 'SufficientPods' : 'InsufficientPods',
            message: '',
          },
        ],
        object,
        now(),
      ),
    });
  }

  /** How many pods the controllers of these pods are to keep. */
  #sumReplicas(pods: KubernetesObject[]): number {
    const owners = new Map(
      pods
        .filter(pod => !isEnding(pod))
        .flatMap(pod => {
          const owner = findOwner(this.context.store, pod);
          return owner ? [[owner.metadata.uid, owner] as const] : [];
        }),
    );
    return [...owners.values()].reduce(
      (sum, owner) => sum + (readWorkloadSpec(owner)?.replicas ?? 0),
      0,
    );
  }
}

/** Shares are rounded up, as Kubernetes does. */
function toCount(amount: number | string, total: number): number {
  return typeof amount === 'number'
    ? amount
    : Math.ceil((Number.parseInt(amount, 10) / 100) * total);
}
