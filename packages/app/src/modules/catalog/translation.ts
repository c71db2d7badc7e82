import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts that the portal adds to the catalog. */
export const catalogTranslationRef = createTranslationRef({
  id: 'app.catalog',
  messages: {
    platform: 'Platform',
    cluster: 'Cluster',
  },
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
