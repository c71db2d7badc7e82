import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  deliverySnapshotListSchema,
  type DeliverySnapshot,
} from '@internal/plugin-delivery-common';

const targetPluginId = 'delivery';

/** Reads the delivery plugin's snapshots, in the plugin's own name. */
export class DeliveryClient {
  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
      deadlineMilliseconds: number;
    },
  ) {}

  async snapshots(
    platform: string,
    signal: AbortSignal,
  ): Promise<DeliverySnapshot[]> {
    const { auth, discovery, deadlineMilliseconds } = this.options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl(targetPluginId),
      auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId,
      }),
    ]);
    const response = await fetch(
      `${baseUrl}/snapshots?platform=${encodeURIComponent(platform)}`,
      {
        redirect: 'manual',
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(deadlineMilliseconds),
        ]),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return deliverySnapshotListSchema.parse(await response.json()).items;
  }
}
