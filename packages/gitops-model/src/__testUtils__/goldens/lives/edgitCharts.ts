import type { Operation, OperationOf } from '../../../operation/Operation';
import { createApp, petra } from '../../readFixture';
import type { AppLife, LifeStep } from '../AppLife';
import { edgitPlatform } from '../platforms';

const app = 'search';
const host = 'search.exitthecloud.eu';

const create: OperationOf<'create-chart-app'> = {
  type: 'create-chart-app',
  app,
  owner: 'group:default/atlas',
  description: 'Full text search',
  chart: {
    name: 'meilisearch',
    repository: 'https://charts.example.org/meili',
    version: '0.12.0',
  },
  values: {
    replicaCount: 1,
    environment: { MEILI_ENV: 'production', NO: 'no' },
    auth: { existingMasterKeySecret: 'search-secrets' },
    persistence: { enabled: true, size: '10Gi' },
  },
};

const route: Operation = {
  type: 'add-route',
  app,
  host,
  path: '/',
  service: 'search-meilisearch',
  port: 7700,
};
const secret: Operation = {
  type: 'add-secret',
  app,
  entries: [
    { env: 'MEILI_MASTER_KEY', key: 'atlas/search/master', property: 'key' },
  ],
};
const setVersion: Operation = {
  type: 'set-chart-version',
  app,
  version: '0.13.1',
};
const retire: Operation = { type: 'retire-app', app, confirmation: app };

const link = {
  'k8s/homepage': [
    'changed: Chart homepage spec.values.homepage.config.services[2].Office[0].Search.href',
  ],
};

/** What all three forms have in common, where the app's own manifests lie in `directory`. */
const further = (directory: string): LifeStep[] => [
  {
    operation: secret,
    rendered: { [directory]: ['added: ExternalSecret search/search-secrets'] },
  },
  {
    operation: route,
    rendered: { [directory]: ['added: HTTPRoute search/search'] },
  },
  {
    operation: {
      type: 'add-oidc-client',
      app,
      host,
      callbackPath: '/oauth2/callback',
    },
    rendered: { [directory]: ['added: ExternalSecret search/search-oidc'] },
  },
  {
    operation: {
      type: 'add-dashboard-entry',
      app,
      title: 'Search',
      group: 'Office',
      host,
    },
    rendered: {
      'k8s/homepage': [
        'changed: Chart homepage spec.values.homepage.config.services[2]',
      ],
    },
  },
  {
    operation: {
      type: 'change-route',
      app,
      host,
      newHost: 'find.exitthecloud.eu',
    },
    rendered: {
      ...link,
      [directory]: ['changed: HTTPRoute search/search spec.hostnames[0]'],
    },
  },
  {
    name: 'change-route-back',
    operation: {
      type: 'change-route',
      app,
      host: 'find.exitthecloud.eu',
      newHost: host,
    },
    rendered: {
      ...link,
      [directory]: ['changed: HTTPRoute search/search spec.hostnames[0]'],
    },
  },
  {
    operation: { type: 'set-owner', app, owner: 'group:default/borealis' },
    requester: petra,
    rendered: {
      'k8s/apps': [
        'changed: Application argocd/search metadata.annotations["portal.internal/owner"]',
      ],
    },
  },
];

/** A chart's pods are the chart's own business. */
const refusedOf = (layout: string): Operation[] => [
  { ...createApp, layout },
  {
    type: 'add-volume',
    app,
    name: 'data',
    mountPath: '/data',
    size: '1Gi',
    purpose: 'replicated',
  },
  { type: 'add-database', app, size: '1Gi' },
  { type: 'set-image', app, image: 'ghcr.io/example/search:1.0.0' },
  { type: 'set-replicas', app, replicas: 2 },
  { type: 'set-resources', app, memoryLimit: '1Gi' },
  { type: 'set-env', app, name: 'MODE', value: 'fast' },
  { type: 'set-autoscaling', app, min: 1, max: 4, cpuPercent: 70 },
];

const homepage = {
  'k8s/homepage': [
    'changed: Chart homepage spec.values.homepage.config.services[2]',
  ],
};

/** Pattern A: values beside the Application, further manifests in a kustomization. */
export const edgitHelmWithConfigs: AppLife = {
  platform: edgitPlatform,
  layout: 'helm-with-configs',
  name: 'helm-with-configs',
  steps: [
    {
      operation: { ...create, layout: 'helm-with-configs' },
      rendered: {
        'k8s/apps': ['added: Application argocd/search'],
        'k8s/search': ['added: Chart search'],
        'k8s/search/configs': ['added: Namespace search'],
      },
    },
    ...further('k8s/search/configs'),
    {
      operation: setVersion,
      requester: petra,
      rendered: {
        'k8s/apps': [
          'changed: Application argocd/search spec.sources[0].targetRevision',
        ],
      },
    },
    {
      operation: retire,
      requester: petra,
      rendered: {
        'k8s/apps': ['removed: Application argocd/search'],
        ...homepage,
        'k8s/search': ['removed: Chart search'],
        'k8s/search/configs': [
          'removed: ExternalSecret search/search-oidc',
          'removed: ExternalSecret search/search-secrets',
          'removed: HTTPRoute search/search',
          'removed: Namespace search',
        ],
      },
    },
  ],
  refused: refusedOf('helm-with-configs'),
};

/** Pattern B: values in the Application, further manifests in a plain directory. */
export const edgitHelmInline: AppLife = {
  platform: edgitPlatform,
  layout: 'helm-inline',
  name: 'helm-inline',
  steps: [
    {
      operation: { ...create, layout: 'helm-inline' },
      rendered: {
        'k8s/apps': ['added: Application argocd/search'],
        'k8s/search': ['added: Namespace search'],
      },
    },
    ...further('k8s/search'),
    {
      operation: setVersion,
      requester: petra,
      rendered: {
        'k8s/apps': [
          'changed: Application argocd/search spec.sources[0].targetRevision',
        ],
      },
    },
    {
      operation: retire,
      requester: petra,
      rendered: {
        'k8s/apps': ['removed: Application argocd/search'],
        ...homepage,
        'k8s/search': [
          'removed: ExternalSecret search/search-oidc',
          'removed: ExternalSecret search/search-secrets',
          'removed: HTTPRoute search/search',
          'removed: Namespace search',
        ],
      },
    },
  ],
  refused: refusedOf('helm-inline'),
};

/** Pattern C: a chart of the repository's own that wraps the real one. */
export const edgitWrapperChart: AppLife = {
  platform: edgitPlatform,
  layout: 'wrapper-chart',
  name: 'wrapper-chart',
  steps: [
    {
      operation: { ...create, layout: 'wrapper-chart' },
      rendered: {
        'k8s/apps': ['added: Application argocd/search'],
        'k8s/search': ['added: Chart search', 'added: Namespace search'],
      },
    },
    ...further('k8s/search'),
    {
      operation: setVersion,
      requester: petra,
      rendered: {
        'k8s/search': [
          'changed: Chart search spec.dependencies[meilisearch].version',
        ],
      },
    },
    {
      operation: retire,
      requester: petra,
      rendered: {
        'k8s/apps': ['removed: Application argocd/search'],
        ...homepage,
        'k8s/search': [
          'removed: Chart search',
          'removed: ExternalSecret search/search-oidc',
          'removed: ExternalSecret search/search-secrets',
          'removed: HTTPRoute search/search',
          'removed: Namespace search',
        ],
      },
    },
  ],
  refused: refusedOf('wrapper-chart'),
};
