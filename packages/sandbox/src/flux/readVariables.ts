import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import { requireResourceType } from '../kubernetes/resourceTypes';
import { RenderError } from '../render/RenderError';
import type { FluxContext } from './FluxContext';
import type { FluxKustomizationSpec } from './FluxKustomization';

const dataSchema = z.looseObject({
  data: z.record(z.string(), z.string()).default({}),
});
/**
 * What a Kustomization puts into its objects; undefined where it substitutes
 * nothing. Its own values win over those of ConfigMaps.
 */
export function readVariables(
  { cluster }: FluxContext,
  object: KubernetesObject,
  { postBuild }: FluxKustomizationSpec,
): Record<string, string> | undefined {
  if (!postBuild) {
    return undefined;
  }
  const variables: Record<string, string> = {};
  for (const { kind, name, optional } of postBuild.substituteFrom) {
    const found = cluster.store.get(
      requireResourceType('v1', kind),
      object.metadata.namespace,
      name,
    );
    if (!found && !optional) {
      throw new RenderError(
        `post build failed for '${object.metadata.name}': substitute from '${kind}/${name}' error: ${kind.toLowerCase()}s "${name}" not found`,
      );
    }
    Object.assign(variables, dataSchema.safeParse(found).data?.data);
  }
  return { ...variables, ...postBuild.substitute };
}
