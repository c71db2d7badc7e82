import { createApp, petra } from '../../readFixture';
import type { AppLife } from '../AppLife';
import { edgitPlatform } from '../platforms';

const app = 'notes';
const host = 'notes.exitthecloud.eu';
const container = 'Deployment notes/notes spec.template.spec.containers[notes]';

/** An app of pattern D that the portal wrote, with a volume. */
export const edgitRaw: AppLife = {
  platform: edgitPlatform,
  layout: 'raw',
  name: 'raw',
  steps: [
    {
      operation: createApp,
      rendered: {
        'k8s/apps': ['added: Application argocd/notes'],
        'k8s/notes': [
          'added: Deployment notes/notes',
          'added: Namespace notes',
          'added: PersistentVolumeClaim notes/notes-data',
          'added: Service notes/notes',
        ],
      },
    },
    {
      operation: { type: 'add-route', app, host, path: '/' },
      rendered: { 'k8s/notes': ['added: HTTPRoute notes/notes'] },
    },
    {
      name: 'add-route-path',
      operation: { type: 'add-route', app, host, path: '/metrics' },
      rendered: {
        'k8s/notes': ['changed: HTTPRoute notes/notes spec.rules[1]'],
      },
    },
    {
      name: 'add-route-host',
      operation: {
        type: 'add-route',
        app,
        host: 'notes.apps.edgeprime.io',
        path: '/',
      },
      rendered: {
        'k8s/notes': ['added: HTTPRoute notes/notes-notes-apps-edgeprime-io'],
      },
    },
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [
          { env: 'SMTP_USER', key: 'atlas/shared/smtp', property: 'user' },
          {
            env: 'SMTP_PASSWORD',
            key: 'atlas/shared/smtp',
            property: 'password',
          },
        ],
      },
      rendered: {
        'k8s/notes': [
          `changed: ${container}.env[SMTP_USER]`,
          `changed: ${container}.env[SMTP_PASSWORD]`,
          'added: ExternalSecret notes/notes-secrets',
        ],
      },
    },
    {
      name: 'add-secret-further',
      operation: {
        type: 'add-secret',
        app,
        entries: [{ env: 'API_TOKEN', key: 'atlas/notes/api' }],
      },
      rendered: {
        'k8s/notes': [
          `changed: ${container}.env[API_TOKEN]`,
          'changed: ExternalSecret notes/notes-secrets spec.data[2]',
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
        'k8s/notes': [
          `changed: ${container}.env[OIDC_CLIENT_ID]`,
          `changed: ${container}.env[OIDC_CLIENT_SECRET]`,
          `changed: ${container}.env[OIDC_ISSUER]`,
          'added: ExternalSecret notes/notes-oidc',
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
        'k8s/notes': [
          `changed: ${container}.volumeMounts[cache]`,
          'changed: Deployment notes/notes spec.template.spec.volumes[cache]',
          'added: PersistentVolumeClaim notes/notes-cache',
        ],
      },
    },
    {
      operation: {
        type: 'add-dashboard-entry',
        app,
        title: 'Notes',
        group: 'Documents',
        host,
        icon: 'notes.svg',
        description: 'Who said what, and when',
      },
      rendered: {
        'k8s/homepage': [
          'changed: Chart homepage spec.values.homepage.config.services[0].Documents[1]',
        ],
      },
    },
    {
      operation: {
        type: 'set-image',
        app,
        image: 'ghcr.io/example/notes:2.5.0',
      },
      rendered: { 'k8s/notes': [`changed: ${container}.image`] },
    },
    {
      operation: {
        type: 'set-resources',
        app,
        cpuRequest: '250m',
        cpuLimit: '1',
      },
      rendered: {
        'k8s/notes': [
          `changed: ${container}.resources.limits.cpu`,
          `changed: ${container}.resources.requests.cpu`,
        ],
      },
    },
    {
      operation: { type: 'set-env', app, name: 'LOG_LEVEL', value: 'debug' },
      rendered: { 'k8s/notes': [`changed: ${container}.env[LOG_LEVEL].value`] },
    },
    {
      name: 'set-env-new',
      operation: { type: 'set-env', app, name: 'LANGUAGE', value: 'no' },
      rendered: { 'k8s/notes': [`changed: ${container}.env[LANGUAGE]`] },
    },
    {
      name: 'set-env-away',
      operation: { type: 'set-env', app, name: 'STRICT', value: null },
      rendered: { 'k8s/notes': [`changed: ${container}.env[STRICT]`] },
    },
    {
      name: 'change-route',
      operation: {
        type: 'change-route',
        app,
        host: 'notes.apps.edgeprime.io',
        newHost: 'minutes.apps.edgeprime.io',
      },
      rendered: {
        'k8s/notes': [
          'changed: HTTPRoute notes/notes-notes-apps-edgeprime-io spec.hostnames[0]',
        ],
      },
    },
    {
      operation: { type: 'set-owner', app, owner: 'group:default/borealis' },
      requester: petra,
      rendered: {
        'k8s/apps': [
          'changed: Application argocd/notes metadata.annotations["portal.internal/owner"]',
        ],
      },
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      requester: petra,
      rendered: {
        'k8s/apps': ['removed: Application argocd/notes'],
        'k8s/homepage': [
          'changed: Chart homepage spec.values.homepage.config.services[0].Documents[1]',
        ],
        'k8s/notes': [
          'removed: Deployment notes/notes',
          'removed: ExternalSecret notes/notes-oidc',
          'removed: ExternalSecret notes/notes-secrets',
          'removed: HTTPRoute notes/notes',
          'removed: HTTPRoute notes/notes-notes-apps-edgeprime-io',
          'removed: Namespace notes',
          'removed: PersistentVolumeClaim notes/notes-cache',
          'removed: PersistentVolumeClaim notes/notes-data',
          'removed: Service notes/notes',
        ],
      },
    },
  ],
  refused: [
    {
      type: 'create-chart-app',
      app: 'search',
      layout: 'raw',
      owner: 'group:default/atlas',
      chart: {
        name: 'search',
        repository: 'https://charts.example.org',
        version: '1.0.0',
      },
      values: {},
    },
    { type: 'add-database', app, size: '1Gi' },
    { type: 'set-chart-version', app, version: '1.2.3' },
    // Its volume is one node's.
    { type: 'set-replicas', app, replicas: 2 },
    { type: 'set-autoscaling', app, min: 1, max: 4, cpuPercent: 70 },
  ],
};
