import { createTranslationRef } from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of platforms. */
export const platformsTranslationRef = createTranslationRef({
  id: 'plugin.platforms',
  messages: english,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
