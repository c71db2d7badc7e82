import { createTranslationRef } from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of the form fields, the review step and the task page. */
export const platformFieldsTranslationRef = createTranslationRef({
  id: 'plugin.platform-fields',
  messages: english,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
