import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readPlatformTeams } from './config';
import { PlatformPolicy } from './PlatformPolicy';

/** Installs the platform's permission policy. */
export const platformPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'platform-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        const platformTeams = readPlatformTeams(config);
        policy.setPolicy(PlatformPolicy.create({ platformTeams, userInfo }));
      },
    });
  },
});
