import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { appTranslations } from './appTranslations';
import { DocumentLanguage } from './DocumentLanguage';

const documentLanguage = AppRootElementBlueprint.make({
  name: 'document-language',
  params: { element: <DocumentLanguage /> },
});

const app = TranslationBlueprint.make({
  name: 'portal',
  params: { resource: appTranslations },
});

export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [documentLanguage, app],
});
