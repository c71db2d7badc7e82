import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { portalUiTranslations } from '@internal/portal-ui';
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

const portalUi = TranslationBlueprint.make({
  name: 'portal-ui',
  params: { resource: portalUiTranslations },
});

export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [documentLanguage, app, portalUi],
});
