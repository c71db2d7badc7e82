import { createTranslationRef } from '@backstage/frontend-plugin-api';
import english from './translations/en';

/** Texts of storage. */
export const cephTranslationRef = createTranslationRef({
  id: 'plugin.ceph',
  messages: english,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
