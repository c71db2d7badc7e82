import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackendFeature,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import permissionPlugin from '@backstage/plugin-permission-backend';
import platformPolicyModule from '../index';

const teams: Record<string, string[]> = {
  'user:default/petra': ['group:default/platform'],
  'user:default/ada': ['group:default/atlas'],
};

/**
 * Plugins that ask on behalf of a person say so in their token. The mock leaves
 * that out, and the permission plugin then takes them for the person.
 */
const authWithActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const subject = `plugin:${plugin.getId()}`;
    const auth = mockServices.auth({
      pluginId: plugin.getId(),
      disableDefaultAuthPolicy: false,
    });
    const issue = auth.getPluginRequestToken.bind(auth);
    return Object.assign(auth, {
      async getPluginRequestToken(options: Parameters<typeof issue>[0]) {
        return auth.isPrincipal(options.onBehalfOf, 'user')
          ? {
              token: mockCredentials.user.token(
                options.onBehalfOf.principal.userEntityRef,
                { actor: { subject } },
              ),
            }
          : issue(options);
      },
    });
  },
});

/**
 * A backend with the real permission plugin and this policy. `permissions` is
 * the service as any other plugin gets it.
 */
export async function startPortal(
  options: {
    platformTeam?: string;
    config?: JsonObject;
    features?: BackendFeature[];
  } = {},
) {
  const { platformTeam = 'group:default/platform', features = [] } = options;
  let permissions: PermissionsService | undefined;
  const backend = await startTestBackend({
    features: [
      permissionPlugin,
      platformPolicyModule,
      permissionsServiceFactory,
      authWithActors,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo(credentials) {
            const { userEntityRef, ownershipEntityRefs } = await mockServices
              .userInfo()
              .getUserInfo(credentials);
            return {
              userEntityRef,
              ownershipEntityRefs: [
                ...ownershipEntityRefs,
                ...(teams[userEntityRef] ?? []),
              ],
            };
          },
        }),
      }),
      createBackendPlugin({
        pluginId: 'probe',
        register(env) {
          env.registerInit({
            deps: { service: coreServices.permissions },
            async init({ service }) {
              permissions = service;
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          permission: { enabled: true },
          platforms: { 'edgit-k8s': { platformTeam }, other: {} },
        },
      }),
      ...features,
    ],
  });
  if (!permissions) throw new Error('The probe did not start');
  return { permissions, server: backend.server };
}
