import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of the shared presentation, in English. */
export const portalUiTranslationRef = createTranslationRef({
  id: 'portal-ui',
  messages: english,
});

/** French and Arabic; the app installs them. */
export const portalUiTranslations = createTranslationResource({
  ref: portalUiTranslationRef,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
