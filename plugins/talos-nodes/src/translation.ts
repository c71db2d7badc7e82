import { createTranslationRef } from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of machines. */
export const talosNodesTranslationRef = createTranslationRef({
  id: 'plugin.talos-nodes',
  messages: english,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
