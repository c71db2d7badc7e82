import { petra } from '../../readFixture';
import type { AppLife } from '../AppLife';
import { monosensePlatform } from '../platforms';

const tree = 'kubernetes/infrastructure';
const keycloak = 'kubernetes/workloads/platform/identity/keycloak';
const ledger = 'kubernetes/workloads/tenants/ledger';
const reloader = 'kubernetes/infrastructure/operations/reloader/app';

/** An app that people wrote for one cluster, with its host among the cluster's settings. */
export const monosenseLedger: AppLife = {
  platform: monosensePlatform,
  layout: 'workload',
  name: 'workload-by-hand',
  steps: [
    {
      operation: {
        type: 'add-secret',
        app: 'ledger',
        entries: [{ env: 'API_TOKEN', key: 'kubernetes/apps/ledger/api' }],
      },
      requester: petra,
      rendered: {
        [ledger]: [
          'changed: ExternalSecret ledger/ledger-secrets spec.data[1]',
        ],
      },
    },
    {
      operation: {
        type: 'change-route',
        app: 'ledger',
        host: 'ledger.apps.monosense.io',
        newHost: 'books.apps.monosense.io',
      },
      requester: petra,
      rendered: {
        'kubernetes/clusters/apps': [
          'changed: ConfigMap flux-system/cluster-settings data.LEDGER_HOST',
        ],
        [keycloak]: [
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[Ledger].redirectUris[0]',
        ],
      },
    },
    {
      operation: {
        type: 'set-owner',
        app: 'ledger',
        owner: 'group:default/atlas',
      },
      requester: petra,
      rendered: {
        'kubernetes/clusters/apps': [
          'changed: Kustomization flux-system/ledger metadata.annotations',
        ],
      },
    },
    {
      operation: { type: 'retire-app', app: 'ledger', confirmation: 'ledger' },
      requester: petra,
      rendered: {
        'kubernetes/clusters/apps': [
          'changed: ConfigMap flux-system/cluster-settings data.LEDGER_HOST',
          'removed: Kustomization flux-system/ledger',
        ],
        [keycloak]: [
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[Ledger]',
        ],
        [ledger]: [
          'removed: ExternalSecret ledger/ledger-secrets',
          'removed: HTTPRoute ledger/ledger',
          'removed: Namespace ledger',
        ],
      },
    },
  ],
  refused: [],
};

/** An app that people wrote for every cluster. */
export const monosenseReloader: AppLife = {
  platform: monosensePlatform,
  layout: 'infrastructure-chart',
  name: 'infrastructure-chart-by-hand',
  steps: [
    {
      operation: {
        type: 'set-chart-version',
        app: 'reloader',
        version: '2.3.0',
      },
      requester: petra,
      rendered: {
        [reloader]: [
          'changed: OCIRepository kube-system/reloader spec.ref.tag',
        ],
      },
    },
    {
      operation: {
        type: 'set-owner',
        app: 'reloader',
        owner: 'group:default/borealis',
      },
      requester: petra,
      rendered: {
        [tree]: [
          'changed: Kustomization flux-system/reloader metadata.annotations',
        ],
      },
    },
    {
      operation: {
        type: 'retire-app',
        app: 'reloader',
        confirmation: 'reloader',
      },
      requester: petra,
      rendered: {
        [tree]: ['removed: Kustomization flux-system/reloader'],
        [reloader]: [
          'removed: HelmRelease kube-system/reloader',
          'removed: OCIRepository kube-system/reloader',
        ],
      },
    },
  ],
  refused: [],
};
