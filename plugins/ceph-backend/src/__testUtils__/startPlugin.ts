import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { knex as knexFactory } from 'knex';
import cephPlugin from '../index';

/** Address and token of a Kubernetes API. */
export interface TestKubernetes {
  url: string;
  token: string;
}

export interface TestCluster {
  name: string;
  kubernetes?: TestKubernetes;
  ceph?: object;
  storage?: object;
}

/** The plugin with these clusters of the platform `home`, in a backend of its own. */
export async function startPlugin(
  clusters: readonly TestCluster[],
  options: {
    permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    /** File of a database that outlives the backend. */
    databaseFile?: string;
  } = {},
) {
  const { permission = AuthorizeResult.ALLOW, databaseFile } = options;
  const actions = actionsRegistryServiceMock();
  const backend = await startTestBackend({
    features: [
      cephPlugin,
      catalogServiceMock.factory({ entities: [] }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
      }),
      mockServices.permissions.factory({ result: permission }),
      ...(databaseFile
        ? [
            mockServices.database.factory({
              knex: knexFactory({
                client: 'better-sqlite3',
                connection: { filename: databaseFile },
                useNullAsDefault: true,
              }),
            }),
          ]
        : []),
      mockServices.rootConfig.factory({
        data: {
          platforms: {
            home: {
              clusters: clusters.map(({ name, ceph, storage }) => ({
                name,
                ...(ceph && { ceph }),
                ...(storage && { storage }),
              })),
            },
          },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: clusters.flatMap(({ name, kubernetes }) =>
                  kubernetes
                    ? [
                        {
                          name,
                          url: kubernetes.url,
                          authProvider: 'serviceAccount',
                          serviceAccountToken: kubernetes.token,
                        },
                      ]
                    : [],
                ),
              },
            ],
          },
        },
      }),
    ],
  });
  return { server: backend.server, actions, stop: () => backend.stop() };
}
