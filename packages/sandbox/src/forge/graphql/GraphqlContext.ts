import type { Failure } from '../model/FailurePlan';
import type { ForgeAccount } from '../model/ForgeAccount';
import type { ForgeState } from '../model/ForgeState';

/** What one GraphQL request is answered with. */
export interface GraphqlContext {
  forge: ForgeState;
  account: ForgeAccount;
  /** Origin under which the client calls, such as `http://localhost:7401`. */
  origin: string;
  /** The failure that ended the request; nothing is executed after it. */
  broken?: Failure;
}
