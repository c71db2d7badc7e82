import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiServerLine } from '@remixicon/react';
import { talosNodesApi } from './extensions/apis';
import {
  entityMachineCard,
  entityMachinesCard,
} from './extensions/entityCards';
import { entityMachineContent } from './extensions/entityContents';
import { talosNodesPage } from './extensions/pages';
import { platformMachinesCard } from './extensions/platformCards';
import { nodeRouteRef, rootRouteRef } from './routes';

/** Pages and cards of machines. */
export const talosNodesPlugin = createFrontendPlugin({
  pluginId: 'talos-nodes',
  title: 'Nodes',
  icon: <RiServerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, node: nodeRouteRef },
  extensions: [
    talosNodesApi,
    talosNodesPage,
    entityMachineContent,
    entityMachineCard,
    entityMachinesCard,
    platformMachinesCard,
  ],
});
