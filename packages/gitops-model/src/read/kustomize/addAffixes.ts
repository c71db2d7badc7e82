import type { Resource } from './Resource';
import type { ResourceId } from './ResourceId';
import { changeAt } from './tree';

/** Puts a prefix before and a suffix behind an object's name, but for the kinds kustomize leaves alone. */
export function addAffixes(
  resource: Resource,
  { prefix, suffix }: { prefix: string; suffix: string },
): void {
  if (keepsName(resource.originalId)) return;
  if (prefix !== '') {
    resource.prefixes.push(prefix);
    rename(resource, name => `${prefix}${name}`);
  }
  if (suffix !== '') {
    resource.suffixes.push(suffix);
    rename(resource, name => `${name}${suffix}`);
  }
}

/** Keeps the name it had. */
export function rename(resource: Resource, to: (name: string) => string): void {
  resource.remember();
  resource.change(
    changeAt(resource.value, ['metadata', 'name'], () => to(resource.id.name)),
  );
}

function keepsName({ group, kind }: ResourceId): boolean {
  return (
    kind === 'CustomResourceDefinition' ||
    kind === 'Namespace' ||
    (kind === 'APIService' && group === 'apiregistration.k8s.io')
  );
}
