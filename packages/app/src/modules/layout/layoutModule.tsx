import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import {
  NavContentBlueprint,
  SwappableComponentBlueprint,
} from '@backstage/plugin-app-react';
import { AppLayout } from './AppLayout';
import { Navigation } from './Navigation';

/** Replaces the core layout, whose drawer knows no right-to-left. */
const layout = createExtension({
  name: 'layout',
  attachTo: { id: 'app/root', input: 'children' },
  inputs: {
    nav: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
    content: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
  },
  output: [coreExtensionData.reactElement],
  factory: ({ inputs }) => [
    coreExtensionData.reactElement(
      <AppLayout
        nav={inputs.nav.get(coreExtensionData.reactElement)}
        content={inputs.content.get(coreExtensionData.reactElement)}
      />,
    ),
  ],
});

const navContent = NavContentBlueprint.make({
  params: { component: Navigation },
});

const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({
      component: PageLayout,
      loader: async () => (await import('./PortalPageLayout')).PortalPageLayout,
    }),
});

export const layoutModule = createFrontendModule({
  pluginId: 'app',
  extensions: [layout, navContent, pageLayout],
});
