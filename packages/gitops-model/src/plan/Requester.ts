/** Who asks, as the sign-in says. */
export interface Requester {
  /** Entity ref, such as `user:default/ada`. */
  ref: string;
  /** Entity refs of the groups the user is a member of. */
  groups: string[];
  /** Members of the platform team may act for every owner. */
  platformTeam: boolean;
}
