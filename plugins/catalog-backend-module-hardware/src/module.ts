import { createBackendModule } from '@backstage/backend-plugin-api';

/** Adds what the portal observed of machines and storage to the catalog. */
export const catalogModuleHardware = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'hardware',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
