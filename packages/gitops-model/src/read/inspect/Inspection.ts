import type { Finding } from '../../finding/Finding';
import type { Manifest } from '../manifests/Manifest';
import type { RenderedUnit } from '../RenderedUnit';
import type { RepositoryModel } from '../RepositoryModel';

/** What was read, before anything is said about how it fits together. */
export interface Inspected {
  /** Units that a root reaches. */
  wired: readonly RenderedUnit[];
  /** Objects in files that no root includes. */
  unwired: readonly Manifest[];
  model: Omit<RepositoryModel, 'findings'>;
}

/** One question asked of the whole repository. Pure. */
export type Inspection = (inspected: Inspected) => Finding[];
