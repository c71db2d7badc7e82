import type { Operation } from '../../../operation/Operation';
import { workloadOn } from '../../monosenseFixture';
import { petra } from '../../readFixture';
import type { AppLife, LifeStep } from '../AppLife';
import { monosensePlatform } from '../platforms';

const app = 'notes';
const host = 'notes.monosense.io';
const notes = 'kubernetes/workloads/tenants/notes';
const databases = 'kubernetes/workloads/platform/databases/cloudnative-pg';
const keycloak = 'kubernetes/workloads/platform/identity/keycloak';
const values = 'HelmRelease notes/notes spec.values';
const container = `${values}.controllers.notes.containers.app`;

/** The same of every cluster that the app is on. */
function onEach(
  clusters: readonly string[],
  ...lines: string[]
): Record<string, string[]> {
  return Object.fromEntries(
    clusters.map(cluster => [`kubernetes/clusters/${cluster}`, lines]),
  );
}

/** What can be asked for an app of its own directory, on these clusters. */
function stepsOn(clusters: string[], domain: string): LifeStep[] {
  const [first] = clusters;
  const furtherHost = `minutes.${domain}`;
  const furtherRoute = `notes-${furtherHost.replaceAll('.', '-')}`;
  return [
    {
      operation: workloadOn(clusters),
      rendered: {
        ...onEach(clusters, 'added: Kustomization flux-system/notes'),
        [notes]: [
          'added: CiliumNetworkPolicy notes/notes',
          'added: HelmRelease notes/notes',
          'added: Namespace notes',
          'added: OCIRepository notes/notes',
          'added: PersistentVolumeClaim notes/notes-data',
        ],
      },
    },
    {
      operation: { type: 'add-route', app, host, path: '/' },
      rendered: {
        ...onEach(
          clusters,
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_HOST',
        ),
        [notes]: ['added: HTTPRoute notes/notes'],
      },
    },
    {
      name: 'add-route-host',
      operation: { type: 'add-route', app, host: furtherHost, path: '/' },
      rendered: {
        ...onEach(
          clusters,
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_MINUTES_HOST',
        ),
        [notes]: [`added: HTTPRoute notes/${furtherRoute}`],
      },
    },
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [
          {
            env: 'SMTP_USER',
            key: `kubernetes/${first}/notes/smtp`,
            property: 'user',
          },
          {
            env: 'SMTP_PASSWORD',
            key: `kubernetes/${first}/notes/smtp`,
            property: 'password',
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
      name: 'add-secret-further',
      operation: {
        type: 'add-secret',
        app,
        entries: [{ env: 'API_TOKEN', key: `kubernetes/${first}/notes/api` }],
      },
      rendered: {
        [notes]: ['changed: ExternalSecret notes/notes-secrets spec.data[2]'],
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
          `changed: ${values}.persistence.cache`,
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
      operation: {
        type: 'set-resources',
        app,
        cpuRequest: '250m',
        cpuLimit: '1',
      },
      rendered: {
        [notes]: [
          `changed: ${container}.resources.limits.cpu`,
          `changed: ${container}.resources.requests.cpu`,
        ],
      },
    },
    {
      operation: { type: 'set-env', app, name: 'LOG_LEVEL', value: 'debug' },
      rendered: { [notes]: [`changed: ${container}.env.LOG_LEVEL`] },
    },
    {
      name: 'set-env-new',
      operation: { type: 'set-env', app, name: 'LANGUAGE', value: 'no' },
      rendered: { [notes]: [`changed: ${container}.env.LANGUAGE`] },
    },
    {
      name: 'set-env-away',
      operation: { type: 'set-env', app, name: 'STRICT', value: null },
      rendered: { [notes]: [`changed: ${container}.env.STRICT`] },
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
        host: furtherHost,
        newHost: `protocol.${domain}`,
      },
      rendered: onEach(
        clusters,
        'changed: ConfigMap flux-system/cluster-settings data.NOTES_MINUTES_HOST',
      ),
    },
    {
      operation: { type: 'set-owner', app, owner: 'group:default/borealis' },
      requester: petra,
      rendered: onEach(
        clusters,
        'changed: Kustomization flux-system/notes metadata.annotations["portal.internal/owner"]',
      ),
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      requester: petra,
      rendered: {
        ...onEach(
          clusters,
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_HOST',
          'changed: ConfigMap flux-system/cluster-settings data.NOTES_MINUTES_HOST',
          'removed: Kustomization flux-system/notes',
        ),
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
          `removed: HTTPRoute notes/${furtherRoute}`,
          'removed: HelmRelease notes/notes',
          'removed: Namespace notes',
          'removed: OCIRepository notes/notes',
          'removed: PersistentVolumeClaim notes/notes-cache',
          'removed: PersistentVolumeClaim notes/notes-data',
        ],
      },
    },
  ];
}

const refused: Operation[] = [
  {
    type: 'create-chart-app',
    app: 'search',
    layout: 'workload',
    owner: 'group:default/atlas',
    chart: {
      name: 'search',
      repository: 'https://charts.example.org',
      version: '1.0.0',
    },
    values: {},
  },
  { type: 'add-dashboard-entry', app, title: 'Notes', group: 'Office', host },
  // Its volume is one node's.
  { type: 'set-replicas', app, replicas: 2 },
  { type: 'set-autoscaling', app, min: 1, max: 4, cpuPercent: 70 },
];

/** An app of its own directory, on one cluster of two. */
export const monosenseWorkload: AppLife = {
  platform: monosensePlatform,
  layout: 'workload',
  name: 'workload',
  steps: stepsOn(['apps'], 'apps.monosense.io'),
  refused,
};

/** The same on both. */
export const monosenseWorkloadOnBoth: AppLife = {
  platform: monosensePlatform,
  layout: 'workload',
  name: 'workload-on-both',
  steps: stepsOn(['infra', 'apps'], 'monosense.io'),
  refused,
};

/** An app of any number of pods. */
export const monosenseStateless: AppLife = {
  platform: monosensePlatform,
  layout: 'workload',
  name: 'workload-stateless',
  steps: [
    {
      operation: { ...workloadOn(['infra']), env: [], storage: [] },
      rendered: {
        ...onEach(['infra'], 'added: Kustomization flux-system/notes'),
        [notes]: [
          'added: CiliumNetworkPolicy notes/notes',
          'added: HelmRelease notes/notes',
          'added: Namespace notes',
          'added: OCIRepository notes/notes',
        ],
      },
    },
    {
      operation: { type: 'set-replicas', app, replicas: 3 },
      rendered: { [notes]: [`changed: ${values}.controllers.notes.replicas`] },
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      rendered: {
        ...onEach(['infra'], 'removed: Kustomization flux-system/notes'),
        [notes]: [
          'removed: CiliumNetworkPolicy notes/notes',
          'removed: HelmRelease notes/notes',
          'removed: Namespace notes',
          'removed: OCIRepository notes/notes',
        ],
      },
    },
  ],
  refused: [],
};
