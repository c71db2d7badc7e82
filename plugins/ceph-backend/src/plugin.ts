import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { storagePermissions } from '@internal/plugin-ceph-common';

/** Keeps what is known of the platforms' storage and serves it under `/api/ceph`. */
export const cephPlugin = createBackendPlugin({
  pluginId: 'ceph',
  register(env) {
    env.registerInit({
      deps: { permissionsRegistry: coreServices.permissionsRegistry },
      async init({ permissionsRegistry }) {
        permissionsRegistry.addPermissions(storagePermissions);
      },
    });
  },
});
