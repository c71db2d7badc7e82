import type { Cluster } from '../kubernetes/Cluster';
import { toHealth } from '../kubernetes/health';
import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import { findResourceType } from '../kubernetes/resourceTypes';
import { readConditions } from '../kubernetes/workloads/conditions';
import { isReady } from './conditions';

/** What is asked for the health of one object. */
export interface HealthTarget {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/** Asks for the health of all objects. */
export function toTargets(manifests: Manifest[]): HealthTarget[] {
  return manifests.map(({ apiVersion, kind, metadata }) => ({
    apiVersion,
    kind,
    name: metadata.name,
    namespace: metadata.namespace,
  }));
}

export interface HealthResult {
  outcome: 'healthy' | 'waiting' | 'failed';
  /** The objects that are not healthy, as Flux lists them. */
  unhealthy: string;
}

/** The health of several objects together; those that have none count as healthy. */
export function checkHealth(
  cluster: Cluster,
  targets: HealthTarget[],
): HealthResult {
  const states = targets.map(target => {
    const type = findResourceType(target);
    const object =
      type &&
      cluster.store.get(
        type,
        type.namespaced ? target.namespace : undefined,
        target.name,
      );
    const status = object ? toStatus(object) : 'NotFound';
    return {
      status,
      text: `${target.kind}/${target.namespace ?? ''}/${target.name} status: '${status}'`,
    };
  });
  const bad = states.filter(({ status }) => status !== 'Current');
  const isFailed = bad.some(({ status }) => status === 'Failed');
  const outcome = isFailed ? 'failed' : 'waiting';
  return {
    outcome: bad.length === 0 ? 'healthy' : outcome,
    unhealthy: `[${bad.map(({ text }) => text).join(', ')}]`,
  };
}

function toStatus(object: KubernetesObject) {
  if (object.kind === 'HelmRelease' || object.kind === 'Kustomization') {
    return isReady(object) ? 'Current' : 'InProgress';
  }
  const ready = readConditions(object).find(({ type }) => type === 'Ready');
  switch (toHealth(object)?.status) {
    case undefined:
      return ready && ready.status !== 'True' ? 'InProgress' : 'Current';
    case 'Healthy':
      return 'Current';
    case 'Degraded':
      return 'Failed';
    default:
      return 'InProgress';
  }
}
