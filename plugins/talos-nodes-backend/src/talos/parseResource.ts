import { parseSpec } from './parseSpec';
import type { Resource } from './protocol/cosi_pb';
import type { ResourceKind, TalosResource } from './resources';

/** `undefined` where its spec cannot be read, which costs no other resource. */
export function parseResource<T>(
  kind: ResourceKind<T>,
  resource: Resource | undefined,
): TalosResource<T> | undefined {
  if (!resource?.metadata || !resource.spec) return undefined;
  const parsed = kind.spec.safeParse(parseSpec(resource.spec.yamlSpec));
  return parsed.success
    ? { id: resource.metadata.id, spec: parsed.data }
    : undefined;
}
