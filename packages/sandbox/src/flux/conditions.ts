import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import {
  type Condition,
  readConditions,
  withTransitionTimes,
} from '../kubernetes/workloads/conditions';

/** The conditions of Flux's objects, each of the generation that was looked at. */
export function toConditions(
  conditions: Condition[],
  object: KubernetesObject,
  now: string,
) {
  const observedGeneration = object.metadata.generation ?? 1;
  return withTransitionTimes(conditions, object, now).map(condition => ({
    ...condition,
    observedGeneration,
  }));
}

/** Ready, and nothing else to do. */
export function isReady(object: KubernetesObject): boolean {
  return readConditions(object).some(
    ({ type, status, observedGeneration }) =>
      type === 'Ready' &&
      status === 'True' &&
      observedGeneration === object.metadata.generation,
  );
}

/** At work, with the next step; `Ready` is not known meanwhile. */
export function progressing(message: string): Condition[] {
  return [
    { type: 'Reconciling', status: 'True', reason: 'Progressing', message },
    { type: 'Ready', status: 'Unknown', reason: 'Progressing', message },
  ];
}

/** Did not work, and is tried again. */
export function failed(reason: string, message: string): Condition[] {
  return [
    {
      type: 'Reconciling',
      status: 'True',
      reason: 'ProgressingWithRetry',
      message,
    },
    { type: 'Ready', status: 'False', reason, message },
  ];
}
