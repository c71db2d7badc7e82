import type { SourceRef } from '../RepositoryModel';

/** A Kustomization by what findings say of it. */
export interface Placed {
  name: string;
  /** The object's own. */
  namespace: string | undefined;
  cluster: string;
  app: string;
  source: SourceRef;
}
