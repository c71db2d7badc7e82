import type { RenderedUnit } from '../RenderedUnit';
import type { Namespace } from '../RepositoryModel';

/** Namespace objects of a unit. */
export function collectNamespaces({
  unit,
  manifests,
}: RenderedUnit): Namespace[] {
  return manifests
    .filter(({ group, kind }) => group === '' && kind === 'Namespace')
    .map(({ name, source }) => ({ name, cluster: unit.cluster, source }));
}
