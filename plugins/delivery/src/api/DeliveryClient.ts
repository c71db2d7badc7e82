import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  deliverySnapshotListSchema,
  type DeliverySnapshot,
} from '@internal/plugin-delivery-common';
import type { DeliveryApi, DeliveryQuery } from './DeliveryApi';

const deadlineMilliseconds = 15_000;

/** Speaks to the delivery backend and checks what it answers. */
export class DeliveryClient implements DeliveryApi {
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
  }): DeliveryClient {
    return new DeliveryClient(deps);
  }

  async listSnapshots(
    query: DeliveryQuery,
    signal?: AbortSignal,
  ): Promise<DeliverySnapshot[]> {
    const parameters = new URLSearchParams();
    const { platform, cluster, units = [] } = query;
    if (platform !== undefined) parameters.set('platform', platform);
    if (cluster !== undefined) parameters.set('cluster', cluster);
    units.forEach(unit => parameters.append('unit', unit));
    const baseUrl = await this.#discoveryApi.getBaseUrl('delivery');
    const deadline = AbortSignal.timeout(deadlineMilliseconds);
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/snapshots?${parameters}`,
      { signal: signal ? AbortSignal.any([signal, deadline]) : deadline },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return deliverySnapshotListSchema.parse(await response.json()).items;
  }
}
