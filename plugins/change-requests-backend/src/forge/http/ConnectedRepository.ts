import type { RestApi } from './RestApi';

/** A repository as the REST API of its forge knows it. */
export interface ConnectedRepository {
  api: RestApi;
  /** Such as `/repos/owner/name` or `/projects/group%2Fname`. */
  path: string;
}
