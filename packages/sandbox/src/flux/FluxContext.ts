import type { Cluster } from '../kubernetes/Cluster';
import {
  type KubernetesObject,
  type Manifest,
  toObjectKey,
} from '../kubernetes/KubernetesObject';
import { requireResourceType } from '../kubernetes/resourceTypes';
import { sortForApply } from '../kubernetes/sortForApply';
import type { Condition } from '../kubernetes/workloads/conditions';
import type { RepositoryTree } from '../render/RepositoryTree';
import { toConditions } from './conditions';

export const fluxNamespace = 'flux-system';
export const kustomizationType = requireResourceType(
  'kustomize.toolkit.fluxcd.io/v1',
  'Kustomization',
);
export const helmReleaseType = requireResourceType(
  'helm.toolkit.fluxcd.io/v2',
  'HelmRelease',
);

/** What a reconciliation works on. */
export interface FluxContext {
  cluster: Cluster;
  /** The repository as it was fetched last. */
  tree: RepositoryTree;
  /** Such as `main@sha1:<commit>`. */
  revision: string;
  /** Objects that were written for a Kustomization or HelmRelease, by its uid. */
  applied: Map<string, Manifest[]>;
  /** When an object began to wait for the health of what it wrote, by its uid. */
  waitingSince: Map<string, { attempt: string; since: Date }>;
  now(): Date;
}

/** Whether a reconciliation is to be tried again by itself. */
export type ReconcileOutcome = 'done' | 'waits' | 'failed';

/** Replaces the conditions of an object, and what else is given of its status. */
export function putFluxStatus(
  { cluster, now }: FluxContext,
  object: KubernetesObject,
  conditions: Condition[],
  changes: Record<string, unknown> = {},
): void {
  const timestamp = `${now().toISOString().slice(0, 19)}Z`;
  const status =
    typeof object.status === 'object' && object.status !== null
      ? object.status
      : { observedGeneration: -1 };
  cluster.store.put({
    ...object,
    status: {
      ...status,
      ...changes,
      conditions: toConditions(conditions, object, timestamp),
    },
  });
}

/** Writes objects and removes those of before that are wanted no more; a sentence where the API server refuses one. */
export function applyAll(
  { cluster, applied }: FluxContext,
  owner: KubernetesObject,
  manifests: Manifest[],
): string | undefined {
  for (const manifest of sortForApply(manifests)) {
    const outcome = cluster.apply(manifest);
    if (outcome.outcome !== 'applied') {
      const { kind, metadata } = manifest;
      return `${kind}/${metadata.namespace ?? ''}/${metadata.name} dry-run failed: ${outcome.message}`;
    }
  }
  const kept = new Set(manifests.map(toObjectKey));
  (applied.get(owner.metadata.uid) ?? [])
    .filter(manifest => !kept.has(toObjectKey(manifest)))
    .forEach(manifest => cluster.remove(manifest));
  applied.set(owner.metadata.uid, manifests);
  return undefined;
}
