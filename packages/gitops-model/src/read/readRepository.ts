import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { RepositoryModel } from './RepositoryModel';
import { RepositoryReader } from './RepositoryReader';

/**
 * Everything the GitOps engine would find in this snapshot, starting at the
 * roots of the profile. Never throws for what stands in the repository: what
 * cannot be read or evaluated becomes a finding. Units that no root reaches
 * are listed; what they would deploy is not.
 */
export function readRepository(
  snapshot: RepositorySnapshot,
  profile: Profile,
): RepositoryModel {
  return RepositoryReader.create(profile).read(snapshot);
}
