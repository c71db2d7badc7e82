import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';

/** Pages and cards of storage. */
export const cephPlugin = createFrontendPlugin({
  pluginId: 'ceph',
  title: 'Storage',
  icon: <RiDatabase2Line />,
  info: { packageJson: () => import('../package.json') },
  extensions: [],
});
