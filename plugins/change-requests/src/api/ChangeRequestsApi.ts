import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  ChangeRequest,
  ChangeRequestDetail,
  ChangeRequestState,
} from '@internal/plugin-change-requests-common';

/** Narrows the list; what is absent does not narrow. */
export interface ChangeRequestQuery {
  state?: ChangeRequestState;
  platform?: string;
  app?: string;
  /** Entity ref. */
  requester?: string;
  offset?: number;
  limit?: number;
}

/** Reads change requests. Failures are `ResponseError`s. */
export interface ChangeRequestsApi {
  /** Newest first; `total` counts those beyond `limit` too. */
  listChangeRequests(
    query: ChangeRequestQuery,
    signal?: AbortSignal,
  ): Promise<{ items: ChangeRequest[]; total: number }>;
  getChangeRequest(
    id: string,
    signal?: AbortSignal,
  ): Promise<ChangeRequestDetail>;
  /** Sends a failed request on its way again. */
  retryChangeRequest(id: string): Promise<ChangeRequest>;
}

export const changeRequestsApiRef = createApiRef<ChangeRequestsApi>().with({
  id: 'plugin.change-requests.client',
  pluginId: 'change-requests',
});
