import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import { isReady } from './conditions';
import { type FluxContext, kustomizationType } from './FluxContext';
import type { FluxKustomizationSpec } from './FluxKustomization';

const statusSchema = z.looseObject({
  lastAppliedRevision: z.string().optional(),
});

/** Why a Kustomization has to wait for another one; undefined when it has not. */
export function findUnreadyDependency(
  { cluster, revision }: FluxContext,
  object: KubernetesObject,
  spec: FluxKustomizationSpec,
): string | undefined {
  for (const dependency of spec.dependsOn) {
    const namespace = dependency.namespace ?? object.metadata.namespace;
    const found = cluster.store.get(
      kustomizationType,
      namespace,
      dependency.name,
    );
    const label = `${namespace}/${dependency.name}`;
    if (!found) {
      return `dependency '${label}' not found: kustomizations.kustomize.toolkit.fluxcd.io "${dependency.name}" not found`;
    }
    if (!isReady(found)) {
      return `dependency '${label}' is not ready`;
    }
    if (
      statusSchema.safeParse(found.status).data?.lastAppliedRevision !==
      revision
    ) {
      return `dependency '${label}' revision is not up to date`;
    }
  }
  return undefined;
}
