import type { Requester } from '../plan/Requester';
import type { WritableProfile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';

/** What a check may look at besides the value in question. */
export interface CheckContext {
  /** The repository, with what earlier operations of the request add to it. */
  model: RepositoryModel;
  profile: WritableProfile;
  requester: Requester;
}
