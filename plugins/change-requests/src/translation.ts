import { createTranslationRef } from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of the change request pages. */
export const changeRequestsTranslationRef = createTranslationRef({
  id: 'plugin.change-requests',
  messages: english,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
