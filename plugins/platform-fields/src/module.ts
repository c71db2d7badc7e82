import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { platformFormApi } from './extensions/apis';
import { entityChangesCard } from './extensions/entityCards';
import { formFields } from './extensions/formFields';
import { tasksPage } from './extensions/tasksPage';
import { templatesPage } from './extensions/templatesPage';

/** Form fields and the review step, for the scaffolder. */
export const platformFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    entityChangesCard,
    platformFormApi,
    ...formFields,
    tasksPage,
    templatesPage,
  ],
});
