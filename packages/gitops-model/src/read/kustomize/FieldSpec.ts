import type { Resource } from './Resource';
import type { ResourceId } from './ResourceId';
import { changeAt, splitPath } from './tree';

/** Fields of some kinds of objects, as kustomize's configuration names them. */
export interface FieldSpec {
  group?: string;
  version?: string;
  kind?: string;
  /** Segments separated by `/`; lists on the way are entered. */
  path: string;
  /** Made where it is not there. */
  create?: boolean;
}

/** Whether an object is of a kind; empty parts match all. */
export function isOfType(
  id: Pick<ResourceId, 'group' | 'version' | 'kind'>,
  type: Pick<FieldSpec, 'group' | 'version' | 'kind'>,
): boolean {
  return (
    (!type.group || type.group === id.group) &&
    (!type.version || type.version === id.version) &&
    (!type.kind || type.kind === id.kind)
  );
}

/** Changes the fields of an object that are meant. */
export function changeFields(
  resource: Resource,
  specs: readonly FieldSpec[],
  change: (found: unknown) => unknown,
): void {
  const { id } = resource;
  for (const spec of specs) {
    if (!isOfType(id, spec)) continue;
    const path = splitPath(spec.path, '/');
    resource.change(changeAt(resource.value, path, change, spec.create));
  }
}
