import { isOwnRepository } from '../argocd/isOwnRepository';
import { isRecord } from '../isRecord';
import type { Reading } from '../Reading';
import type { ObjectLookup } from './ClusterObjects';
import type { SourceReference } from './Kustomization';

/** Name that `flux bootstrap` gives the source of the repository itself. */
export const bootstrapName = 'flux-system';

export type Source =
  | { state: 'own' }
  /** Not read: it lies elsewhere, or Git does not say where. */
  | { state: 'foreign'; location: string };

/** Whether a source is the repository that is read. */
export function resolveSource(
  { profile }: Reading,
  objects: ObjectLookup,
  { kind, name, namespace }: SourceReference,
  ownNamespace: string | undefined,
): Source {
  if (name === bootstrapName) return { state: 'own' };
  const object = objects.get(kind, namespace ?? ownNamespace, name);
  const spec = object?.value.spec;
  const url = isRecord(spec) && typeof spec.url === 'string' ? spec.url : '';
  if (
    kind === 'GitRepository' &&
    isOwnRepository(url, profile.repositoryUrls)
  ) {
    return { state: 'own' };
  }
  return { state: 'foreign', location: url || `the ${kind} ${name}` };
}
