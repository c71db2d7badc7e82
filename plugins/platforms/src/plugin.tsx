import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { platformsApi } from './extensions/apis';
import {
  entityFindingsCard,
  entityHostCard,
  entityOriginCard,
  entityUsedByCard,
} from './extensions/entityCards';
import { platformsPage } from './extensions/pages';
import { platformRouteRef, rootRouteRef } from './routes';

/** Pages and cards of platforms. */
export const platformsPlugin = createFrontendPlugin({
  pluginId: 'platforms',
  title: 'Platforms',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, platform: platformRouteRef },
  extensions: [
    platformsApi,
    platformsPage,
    entityFindingsCard,
    entityHostCard,
    entityOriginCard,
    entityUsedByCard,
  ],
});
