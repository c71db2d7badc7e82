import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { argoCDApiRef } from '@roadiehq/backstage-plugin-argo-cd';
import { deliveryApiRef } from '../api/DeliveryApi';
import { SnapshotArgocdApi } from './SnapshotArgocdApi';

/** Replaces the `api:argocd` of the Argo CD cards. */
export const argocdModule = createFrontendModule({
  pluginId: 'argocd',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: argoCDApiRef,
          deps: { deliveryApi: deliveryApiRef },
          factory: deps => SnapshotArgocdApi.create(deps),
        }),
    }),
  ],
});
