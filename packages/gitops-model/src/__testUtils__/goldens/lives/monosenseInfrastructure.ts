import { infrastructure } from '../../monosenseFixture';
import { petra } from '../../readFixture';
import type { AppLife } from '../AppLife';
import { monosensePlatform } from '../platforms';

const app = 'notes';
const host = 'notes.monosense.io';
const tree = 'kubernetes/infrastructure';
const notes = 'kubernetes/infrastructure/operations/notes/app';
const clusters = ['kubernetes/clusters/apps', 'kubernetes/clusters/infra'];
const databases = 'kubernetes/workloads/platform/databases/cloudnative-pg';
const keycloak = 'kubernetes/workloads/platform/identity/keycloak';
const values = 'HelmRelease notes/notes spec.values';
const container = `${values}.controllers.notes.containers.app`;

/** An app of the tree that both clusters deploy. */
export const monosenseInfrastructure: AppLife = {
  platform: monosensePlatform,
  layout: 'infrastructure',
  name: 'infrastructure',
  steps: [
    {
      operation: { ...infrastructure, storage: [] },
      rendered: {
        [tree]: ['added: Kustomization flux-system/notes'],
        [notes]: [
          'added: CiliumNetworkPolicy notes/notes',
          'added: HelmRelease notes/notes',
          'added: Namespace notes',
          'added: OCIRepository notes/notes',
        ],
      },
    },
    {
      operation: { type: 'set-replicas', app, replicas: 2 },
      rendered: { [notes]: [`changed: ${values}.controllers.notes.replicas`] },
    },
    {
      name: 'set-replicas-down',
      operation: { type: 'set-replicas', app, replicas: 1 },
      rendered: { [notes]: [`changed: ${values}.controllers.notes.replicas`] },
    },
    {
      operation: { type: 'add-route', app, host, path: '/' },
      rendered: {
        ...onEach(
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_HOST',
        ),
        [notes]: ['added: HTTPRoute notes/notes'],
      },
    },
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [
          {
            env: 'API_TOKEN',
            key: 'kubernetes/infra/notes/api',
            property: 'token',
          },
        ],
      },
      rendered: {
        [notes]: [
          'added: ExternalSecret notes/notes-secrets',
          `changed: ${container}.envFrom`,
        ],
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
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[notes]',
        ],
        [notes]: [
          'added: ExternalSecret notes/notes-oidc',
          `changed: ${container}.env.OIDC_CLIENT_ID`,
          `changed: ${container}.env.OIDC_CLIENT_SECRET`,
          `changed: ${container}.env.OIDC_ISSUER`,
        ],
      },
    },
    {
      operation: { type: 'add-database', app, size: '5Gi' },
      rendered: {
        [databases]: [
          'changed: Cluster cnpg-system/${CNPG_SHARED_CLUSTER_NAME} spec.managed.roles[notes]',
          'added: Database cnpg-system/notes',
          'added: ExternalSecret cnpg-system/notes-db-credentials',
          'added: PodDisruptionBudget cnpg-system/notes-pooler',
          'added: Pooler cnpg-system/notes-pooler',
        ],
        [notes]: [
          'added: ExternalSecret notes/notes-db',
          `changed: ${container}.envFrom[1]`,
        ],
      },
    },
    {
      operation: {
        type: 'add-volume',
        app,
        name: 'cache',
        mountPath: '/var/cache/notes',
        size: '2Gi',
        purpose: 'local',
      },
      rendered: {
        [notes]: [
          `changed: ${values}.persistence`,
          'added: PersistentVolumeClaim notes/notes-cache',
        ],
      },
    },
    {
      operation: {
        type: 'set-image',
        app,
        image: 'ghcr.io/example/notes:2.5.0',
      },
      rendered: { [notes]: [`changed: ${container}.image.tag`] },
    },
    {
      operation: { type: 'set-resources', app, memoryLimit: '1Gi' },
      rendered: { [notes]: [`changed: ${container}.resources.limits.memory`] },
    },
    {
      operation: { type: 'set-env', app, name: 'LOG_LEVEL', value: 'debug' },
      rendered: { [notes]: [`changed: ${container}.env.LOG_LEVEL`] },
    },
    {
      operation: { type: 'set-chart-version', app, version: '4.5.0' },
      rendered: {
        [notes]: ['changed: OCIRepository notes/notes spec.ref.tag'],
      },
    },
    {
      operation: {
        type: 'change-route',
        app,
        host,
        newHost: 'diary.monosense.io',
      },
      rendered: {
        ...onEach(
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_HOST',
        ),
        [keycloak]: [
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[notes].redirectUris[0]',
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[notes].webOrigins[0]',
        ],
      },
    },
    {
      operation: { type: 'set-owner', app, owner: 'group:default/borealis' },
      requester: petra,
      rendered: {
        [tree]: [
          'changed: Kustomization flux-system/notes metadata.annotations["portal.internal/owner"]',
        ],
      },
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      requester: petra,
      rendered: {
        ...onEach(
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_HOST',
        ),
        [tree]: ['removed: Kustomization flux-system/notes'],
        [databases]: [
          'changed: Cluster cnpg-system/${CNPG_SHARED_CLUSTER_NAME} spec.managed.roles[notes]',
          'removed: Database cnpg-system/notes',
          'removed: ExternalSecret cnpg-system/notes-db-credentials',
          'removed: PodDisruptionBudget cnpg-system/notes-pooler',
          'removed: Pooler cnpg-system/notes-pooler',
        ],
        [keycloak]: [
          'changed: KeycloakRealmImport keycloak-system/platform-realm spec.realm.clients[notes]',
        ],
        [notes]: [
          'removed: CiliumNetworkPolicy notes/notes',
          'removed: ExternalSecret notes/notes-db',
          'removed: ExternalSecret notes/notes-oidc',
          'removed: ExternalSecret notes/notes-secrets',
          'removed: HTTPRoute notes/notes',
          'removed: HelmRelease notes/notes',
          'removed: Namespace notes',
          'removed: OCIRepository notes/notes',
          'removed: PersistentVolumeClaim notes/notes-cache',
        ],
      },
    },
  ],
  refused: [
    {
      type: 'create-chart-app',
      app: 'search',
      layout: 'infrastructure',
      category: 'operations',
      owner: 'group:default/atlas',
      chart: {
        name: 'search',
        repository: 'https://charts.example.org',
        version: '1.0.0',
      },
      values: {},
    },
    // The tree is every cluster's.
    { ...infrastructure, app: 'diary', clusters: ['infra'] },
    {
      type: 'add-dashboard-entry',
      app,
      title: 'Notes',
      group: 'Office',
      host: 'diary.monosense.io',
    },
    { type: 'set-autoscaling', app, min: 1, max: 4, cpuPercent: 70 },
  ],
};

function onEach(line: string): Record<string, string[]> {
  return Object.fromEntries(clusters.map(cluster => [cluster, [line]]));
}
