import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications/alpha';

const translations = TranslationBlueprint.make({
  name: 'notifications',
  params: {
    resource: createTranslationResource({
      ref: notificationsTranslationRef,
      translations: {
        fr: () => import('./translations/fr'),
        ar: () => import('./translations/ar'),
      },
    }),
  },
});

/** The notifications page speaks the languages of the portal. */
export const notificationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [translations],
});
