import type { FileEdit } from '../../plan/Plan';
import type { Profile, WritableProfile } from '../../profile/Profile';
import type { RepositoryModel } from '../../read/RepositoryModel';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';

/** One commit and what was read of it. */
export interface Side {
  snapshot: RepositorySnapshot;
  model: RepositoryModel;
}

/** What a branch does to a repository. */
export interface Change {
  /** Where the branch left its base. */
  fork: Side;
  /** The base as it is now: who holds what. */
  base: Side;
  head: Side;
  /** From fork to head, of files that are text. */
  edits: readonly FileEdit[];
  profile: Profile | WritableProfile;
}
