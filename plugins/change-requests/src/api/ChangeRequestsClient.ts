import { ResponseError } from '@backstage/errors';
import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  ChangeRequest,
  ChangeRequestDetail,
  changeRequestDetailSchema,
  changeRequestListSchema,
  changeRequestSchema,
} from '@internal/plugin-change-requests-common';
import { ChangeRequestQuery, ChangeRequestsApi } from './ChangeRequestsApi';

const deadlineMilliseconds = 15_000;

/** Speaks to the change-requests backend and checks what it answers. */
export class ChangeRequestsClient implements ChangeRequestsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  private constructor(deps: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }) {
    this.#discoveryApi = deps.discoveryApi;
    this.#fetchApi = deps.fetchApi;
  }

  static create(deps: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): ChangeRequestsClient {
    return new ChangeRequestsClient(deps);
  }

  async listChangeRequests(
    query: ChangeRequestQuery,
    signal?: AbortSignal,
  ): Promise<{ items: ChangeRequest[]; total: number }> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        parameters.set(name, String(value));
      }
    }
    const body = await this.#request(`/requests?${parameters}`, { signal });
    return changeRequestListSchema.parse(body);
  }

  async getChangeRequest(
    id: string,
    signal?: AbortSignal,
  ): Promise<ChangeRequestDetail> {
    const path = `/requests/${encodeURIComponent(id)}`;
    return changeRequestDetailSchema.parse(
      await this.#request(path, { signal }),
    );
  }

  async retryChangeRequest(id: string): Promise<ChangeRequest> {
    const path = `/requests/${encodeURIComponent(id)}/retry`;
    return changeRequestSchema.parse(
      await this.#request(path, { method: 'POST' }),
    );
  }

  async #request(
    path: string,
    options: { method?: string; signal?: AbortSignal },
  ): Promise<unknown> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('change-requests');
    const deadline = AbortSignal.timeout(deadlineMilliseconds);
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method: options.method,
      signal: options.signal
        ? AbortSignal.any([options.signal, deadline])
        : deadline,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
