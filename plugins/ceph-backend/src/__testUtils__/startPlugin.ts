import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
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
  talos?: object;
}

/** The plugin with these clusters of the platform `home`, in a backend of its own. */
export async function startPlugin(
  clusters: readonly TestCluster[],
  options: {
    permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    /** File of a database that outlives the backend. */
    databaseFile?: string;
    /** Plugins that run beside it. */
    features?: readonly BackendFeature[];
    /** Of the catalog. */
    entities?: Entity[];
    /** Entity ref of the team that runs the platform. */
    platformTeam?: string;
  } = {},
) {
  const {
    permission = AuthorizeResult.ALLOW,
    databaseFile,
    features = [],
    entities = [],
    platformTeam,
  } = options;
  const notifications: NotificationSendOptions[] = [];
  const actions = actionsRegistryServiceMock();
  const backend = await startTestBackend({
    features: [
      cephPlugin,
      ...features,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async notification => {
            notifications.push(notification);
          },
        }),
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
              ...(platformTeam && { platformTeam }),
              clusters: clusters.map(({ name, ceph, storage, talos }) => ({
                name,
                ...(ceph && { ceph }),
                ...(storage && { storage }),
                ...(talos && { talos }),
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
  return {
    server: backend.server,
    actions,
    /** Sent so far. */
    notifications,
    stop: () => backend.stop(),
  };
}
