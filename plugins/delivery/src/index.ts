/** Delivery status: an entity card, and the Argo CD cards fed from snapshots. @packageDocumentation */
import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { argocdModule } from './argocd/argocdModule';
import { deliveryPlugin, deliveryTranslationsModule } from './plugin';

export { deliveryApiRef } from './api/DeliveryApi';
export type { DeliveryApi, DeliveryQuery } from './api/DeliveryApi';
export { deliveryTranslationRef } from './translation';

/** Installed as one, so that the cards never run without the snapshots. */
export default createFrontendFeatureLoader({
  loader: () => [deliveryPlugin, argocdModule, deliveryTranslationsModule],
});
