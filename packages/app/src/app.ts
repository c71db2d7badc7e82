import { createApp } from '@backstage/frontend-defaults';
import { authModule } from './modules/auth/authModule';
import { catalogModule } from './modules/catalog/catalogModule';
import { languageModule } from './modules/language/languageModule';
import { layoutModule } from './modules/layout/layoutModule';
import { notificationsModule } from './modules/notifications/notificationsModule';
import { scaffolderModule } from './modules/scaffolder/scaffolderModule';
import { searchModule } from './modules/search/searchModule';

/** Plugins are discovered from this package's dependencies (`app.packages`). */
export const app = createApp({
  features: [
    authModule,
    catalogModule,
    languageModule,
    layoutModule,
    notificationsModule,
    scaffolderModule,
    searchModule,
  ],
});
