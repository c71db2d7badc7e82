import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { TemplateCard } from '@backstage/plugin-scaffolder-react/alpha';

const templateCard = SwappableComponentBlueprint.make({
  name: 'scaffolder-template-card',
  params: define =>
    define({
      component: TemplateCard,
      loader: async () =>
        (await import('@internal/plugin-platform-fields')).TemplateCard,
    }),
});

/** Templates are offered on cards that a keyboard and a screen reader can use. */
export const scaffolderModule = createFrontendModule({
  pluginId: 'app',
  extensions: [templateCard],
});
