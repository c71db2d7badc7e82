import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiGitPullRequestLine } from '@remixicon/react';
import { changeRequestsApi } from './extensions/apis';
import { entityChangeRequestsCard } from './extensions/entityCards';
import { changeRequestsPage } from './extensions/pages';
import {
  changeRequestRouteRef,
  createPageRouteRef,
  rootRouteRef,
} from './routes';

/** Pages and card of change requests. */
export const changeRequestsPlugin = createFrontendPlugin({
  pluginId: 'change-requests',
  title: 'Change requests',
  icon: <RiGitPullRequestLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, changeRequest: changeRequestRouteRef },
  externalRoutes: { create: createPageRouteRef },
  extensions: [changeRequestsApi, changeRequestsPage, entityChangeRequestsCard],
});
