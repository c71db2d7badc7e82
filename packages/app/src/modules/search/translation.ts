import { createTranslationRef } from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of the search page. */
export const searchTranslationRef = createTranslationRef({
  id: 'app.search',
  messages: english,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
