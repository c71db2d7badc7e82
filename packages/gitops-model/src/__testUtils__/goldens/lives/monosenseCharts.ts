import type { Operation, OperationOf } from '../../../operation/Operation';
import { createApp, petra } from '../../readFixture';
import type { AppLife, LifeStep } from '../AppLife';
import { monosensePlatform } from '../platforms';

const app = 'search';
const host = 'search.monosense.io';
const keycloak = 'kubernetes/workloads/platform/identity/keycloak';
const tenants = 'kubernetes/workloads/tenants/search';
const operations = 'kubernetes/infrastructure/operations/search/app';

const create: OperationOf<'create-chart-app'> = {
  type: 'create-chart-app',
  app,
  owner: 'group:default/atlas',
  description: 'Full text search',
  chart: {
    name: 'meilisearch',
    repository: 'https://charts.example.org/meili/',
    version: '0.12.0',
  },
  values: {
    replicaCount: 1,
    environment: { MEILI_ENV: 'production', NO: 'no' },
    auth: { existingMasterKeySecret: 'search-secrets' },
  },
};
const fromRegistry: OperationOf<'create-chart-app'> = {
  ...create,
  chart: { ...create.chart, repository: 'oci://ghcr.io/example/charts' },
};

/** What every layout of charts has, whose manifests lie in `directory`. */
const further = (
  directory: string,
  clusters: readonly string[],
): LifeStep[] => {
  const settings = Object.fromEntries(
    clusters.map(cluster => [
      `kubernetes/clusters/${cluster}`,
      ['changed: ConfigMap flux-system/cluster-settings data.SEARCH_HOST'],
    ]),
  );
  return [
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [
          {
            env: 'MEILI_MASTER_KEY',
            key: `kubernetes/${clusters[0]}/search/master`,
            property: 'key',
          },
        ],
      },
      rendered: {
        [directory]: ['added: ExternalSecret search/search-secrets'],
      },
    },
    {
      operation: {
        type: 'add-route',
        app,
        host,
        path: '/',
        service: 'search-meilisearch',
        port: 7700,
      },
      rendered: {
        ...settings,
        [directory]: ['added: HTTPRoute search/search'],
      },
    },
    {
      operation: {
        type: 'add-oidc-client',
        app,
        host,
        callbackPath: '/oauth2/callback',
      },
      rendered: {
        [keycloak]: [
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[search]',
        ],
        [directory]: ['added: ExternalSecret search/search-oidc'],
      },
    },
    {
      operation: {
        type: 'change-route',
        app,
        host,
        newHost: 'find.monosense.io',
      },
      rendered: {
        ...settings,
        [keycloak]: [
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[search].redirectUris[0]',
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[search].webOrigins[0]',
        ],
      },
    },
  ];
};

const setVersion: Operation = {
  type: 'set-chart-version',
  app,
  version: '0.13.1',
};
const setOwner: Operation = {
  type: 'set-owner',
  app,
  owner: 'group:default/borealis',
};
const retire: Operation = { type: 'retire-app', app, confirmation: app };

/** A chart's pods are the chart's own business. */
const refusedOf = (layout: string, category?: string): Operation[] => [
  { ...createApp, layout, ...(category === undefined ? {} : { category }) },
  {
    type: 'add-volume',
    app,
    name: 'data',
    mountPath: '/data',
    size: '1Gi',
    purpose: 'replicated',
  },
  {
    type: 'add-dashboard-entry',
    app,
    title: 'Search',
    group: 'Office',
    host: 'find.monosense.io',
  },
  { type: 'set-image', app, image: 'ghcr.io/example/search:1.0.0' },
  { type: 'set-replicas', app, replicas: 2 },
  { type: 'set-resources', app, memoryLimit: '1Gi' },
  { type: 'set-env', app, name: 'MODE', value: 'fast' },
  { type: 'set-autoscaling', app, min: 1, max: 4, cpuPercent: 70 },
];

const roles =
  'Cluster cnpg-system/${CNPG_SHARED_CLUSTER_NAME} spec.managed.roles[search]';
const databases = 'kubernetes/workloads/platform/databases/cloudnative-pg';
const databaseObjects = [
  'Database cnpg-system/search',
  'ExternalSecret cnpg-system/search-db-credentials',
  'PodDisruptionBudget cnpg-system/search-pooler',
  'Pooler cnpg-system/search-pooler',
];
const addDatabase = (directory: string): LifeStep => ({
  operation: { type: 'add-database', app, size: '5Gi' },
  rendered: {
    [databases]: [
      `changed: ${roles}`,
      ...databaseObjects.map(object => `added: ${object}`),
    ],
    [directory]: ['added: ExternalSecret search/search-db'],
  },
});

const removedElsewhere = {
  [databases]: [
    `changed: ${roles}`,
    ...databaseObjects.map(object => `removed: ${object}`),
  ],
  [keycloak]: [
    'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[search]',
  ],
};

/** A chart in a directory of its own, on chosen clusters. */
function workloadChart(
  name: string,
  clusters: string[],
  source: string,
): AppLife {
  const onEach = (lines: string[]) =>
    Object.fromEntries(
      clusters.map(cluster => [`kubernetes/clusters/${cluster}`, lines]),
    );
  const isRepository = source === 'HelmRepository';
  return {
    platform: monosensePlatform,
    layout: 'workload-chart',
    name,
    steps: [
      {
        operation: { ...(isRepository ? create : fromRegistry), clusters },
        rendered: {
          ...onEach(['added: Kustomization flux-system/search']),
          [tenants]: [
            'added: HelmRelease search/search',
            ...(isRepository ? ['added: HelmRepository search/search'] : []),
            'added: Namespace search',
            ...(isRepository ? [] : ['added: OCIRepository search/search']),
          ],
        },
      },
      ...further(tenants, clusters),
      addDatabase(tenants),
      {
        operation: setVersion,
        rendered: {
          [tenants]: [
            isRepository
              ? 'changed: HelmRelease search/search spec.chart.spec.version'
              : 'changed: OCIRepository search/search spec.ref.tag',
          ],
        },
      },
      {
        operation: setOwner,
        requester: petra,
        rendered: onEach([
          'changed: Kustomization flux-system/search metadata.annotations["portal.internal/owner"]',
        ]),
      },
      {
        operation: retire,
        requester: petra,
        rendered: {
          ...onEach([
            'changed: ConfigMap flux-system/cluster-settings data.SEARCH_HOST',
            'removed: Kustomization flux-system/search',
          ]),
          ...removedElsewhere,
          [tenants]: [
            'removed: ExternalSecret search/search-db',
            'removed: ExternalSecret search/search-oidc',
            'removed: ExternalSecret search/search-secrets',
            'removed: HTTPRoute search/search',
            'removed: HelmRelease search/search',
            ...(isRepository ? ['removed: HelmRepository search/search'] : []),
            'removed: Namespace search',
            ...(isRepository ? [] : ['removed: OCIRepository search/search']),
          ],
        },
      },
    ],
    refused: refusedOf('workload-chart'),
  };
}

/** A chart of a chart repository, on one cluster. */
export const monosenseWorkloadChart = workloadChart(
  'workload-chart',
  ['infra'],
  'HelmRepository',
);

/** A chart of an OCI registry, on both clusters. */
export const monosenseWorkloadChartOnBoth = workloadChart(
  'workload-chart-on-both',
  ['infra', 'apps'],
  'OCIRepository',
);

const settingsOfBoth = Object.fromEntries(
  ['apps', 'infra'].map(cluster => [
    `kubernetes/clusters/${cluster}`,
    ['changed: ConfigMap flux-system/cluster-settings data.SEARCH_HOST'],
  ]),
);

/** A chart in the tree that both clusters deploy. */
export const monosenseInfrastructureChart: AppLife = {
  platform: monosensePlatform,
  layout: 'infrastructure-chart',
  name: 'infrastructure-chart',
  steps: [
    {
      operation: {
        ...fromRegistry,
        layout: 'infrastructure-chart',
        category: 'operations',
      },
      rendered: {
        'kubernetes/infrastructure': [
          'added: Kustomization flux-system/search',
        ],
        [operations]: [
          'added: HelmRelease search/search',
          'added: Namespace search',
          'added: OCIRepository search/search',
        ],
      },
    },
    ...further(operations, ['infra', 'apps']),
    addDatabase(operations),
    {
      operation: setVersion,
      rendered: {
        [operations]: ['changed: OCIRepository search/search spec.ref.tag'],
      },
    },
    {
      operation: setOwner,
      requester: petra,
      rendered: {
        'kubernetes/infrastructure': [
          'changed: Kustomization flux-system/search metadata.annotations["portal.internal/owner"]',
        ],
      },
    },
    {
      operation: retire,
      requester: petra,
      rendered: {
        ...settingsOfBoth,
        'kubernetes/infrastructure': [
          'removed: Kustomization flux-system/search',
        ],
        ...removedElsewhere,
        [operations]: [
          'removed: ExternalSecret search/search-db',
          'removed: ExternalSecret search/search-oidc',
          'removed: ExternalSecret search/search-secrets',
          'removed: HTTPRoute search/search',
          'removed: HelmRelease search/search',
          'removed: Namespace search',
          'removed: OCIRepository search/search',
        ],
      },
    },
  ],
  refused: refusedOf('infrastructure-chart', 'operations'),
};
