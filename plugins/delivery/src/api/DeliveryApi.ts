import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DeliverySnapshot } from '@internal/plugin-delivery-common';

/** Narrows what is read; what is absent does not narrow. */
export interface DeliveryQuery {
  platform?: string;
  cluster?: string;
  /** Names of deployment units. */
  units?: string[];
}

/** Reads delivery status. Failures are `ResponseError`s. */
export interface DeliveryApi {
  /** One snapshot for each cluster that matches, with the units that match. */
  listSnapshots(
    query: DeliveryQuery,
    signal?: AbortSignal,
  ): Promise<DeliverySnapshot[]>;
}

export const deliveryApiRef = createApiRef<DeliveryApi>().with({
  id: 'plugin.delivery.client',
  pluginId: 'delivery',
});
