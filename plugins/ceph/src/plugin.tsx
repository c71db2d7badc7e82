import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import { cephApi } from './extensions/apis';
import { chainExtensions } from './extensions/chainExtensions';
import { maintenanceExtensions } from './extensions/maintenanceExtensions';
import { storagePage } from './extensions/pages';
import {
  platformMaintenanceCard,
  platformStorageCard,
} from './extensions/platformCards';
import { storageExtensions } from './extensions/storageExtensions';
import { volumeExtensions } from './extensions/volumeExtensions';
import {
  clusterRouteRef,
  nodeMaintenanceRouteRef,
  rootRouteRef,
} from './routes';

/** Pages and cards of storage. */
export const cephPlugin = createFrontendPlugin({
  pluginId: 'ceph',
  title: 'Storage',
  icon: <RiDatabase2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    cluster: clusterRouteRef,
    nodeMaintenance: nodeMaintenanceRouteRef,
  },
  extensions: [
    cephApi,
    storagePage,
    ...storageExtensions,
    ...chainExtensions,
    ...maintenanceExtensions,
    ...volumeExtensions,
    platformStorageCard,
    platformMaintenanceCard,
  ],
});
