import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from '../../translation';

export const appTranslations = createTranslationResource({
  ref: appTranslationRef,
  translations: {
    fr: () => import('./fr'),
    ar: () => import('./ar'),
  },
});
