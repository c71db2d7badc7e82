import { createApp, petra } from '../../readFixture';
import { pitowerRequest } from '../../pitowerFixture';
import type { AppLife } from '../AppLife';
import { pitowerPlatform } from '../platforms';

const app = 'selfhosted-notes';
const host = 'notes.pitower.link';
const notes = 'pitower/kubernetes/apps/selfhosted/notes';
const homepage = 'pitower/kubernetes/apps/selfhosted/homepage';
const databases = 'pitower/kubernetes/apps/cloudnative-pg/cluster';
const values = 'Chart selfhosted/notes spec.values';
const container = `${values}.controllers.notes.containers.app`;

const [create] = pitowerRequest;

/** An app that the portal wrote, of which the ApplicationSet of its category makes an Application. */
export const pitowerAppTemplate: AppLife = {
  platform: pitowerPlatform,
  layout: 'app-template',
  name: 'app-template',
  steps: [
    {
      operation: create,
      rendered: {
        [notes]: [
          'added: Chart selfhosted/notes',
          'added: PersistentVolumeClaim selfhosted/notes-data',
        ],
      },
    },
    {
      operation: {
        type: 'add-route',
        app,
        host,
        path: '/',
        exposure: 'external',
      },
      rendered: { [notes]: [`changed: ${values}.route`] },
    },
    {
      name: 'add-route-host',
      operation: {
        type: 'add-route',
        app,
        host: 'minutes.pitower.link',
        path: '/',
      },
      rendered: { [notes]: [`changed: ${values}.route.minutes-pitower-link`] },
    },
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [
          { env: 'API_TOKEN', key: '/selfhosted/notes/API_TOKEN' },
          { env: 'SMTP_PASSWORD', key: '/selfhosted/notes/smtp' },
        ],
      },
      rendered: {
        [notes]: [
          `changed: ${container}.envFrom`,
          'added: ExternalSecret selfhosted/notes-secret',
        ],
      },
    },
    {
      name: 'add-secret-further',
      operation: {
        type: 'add-secret',
        app,
        entries: [{ env: 'SMTP_USER', key: '/selfhosted/notes/SMTP_USER' }],
      },
      rendered: {
        [notes]: [
          'changed: ExternalSecret selfhosted/notes-secret spec.data[2]',
        ],
      },
    },
    {
      operation: { type: 'add-database', app, size: '1Gi' },
      rendered: {
        [databases]: ['added: Cluster cloudnative-pg/notes'],
        [notes]: [
          `changed: ${container}.envFrom[1]`,
          'added: ExternalSecret selfhosted/notes-db',
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
          'added: PersistentVolumeClaim selfhosted/notes-cache',
        ],
      },
    },
    {
      operation: {
        type: 'add-dashboard-entry',
        app,
        title: 'Notes',
        group: 'Reading',
        host,
        icon: 'notes.svg',
        description: 'Who said what, and when',
      },
      rendered: {
        [homepage]: [
          'changed: ConfigMap selfhosted/homepage-config data["services.yaml"]',
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
      operation: { type: 'set-chart-version', app, version: '4.7.0' },
      rendered: { [notes]: ['changed: Chart selfhosted/notes spec.version'] },
    },
    {
      operation: {
        type: 'change-route',
        app,
        host: 'minutes.pitower.link',
        newHost: 'protocol.pitower.link',
      },
      rendered: {
        [notes]: [`changed: ${values}.route.minutes-pitower-link.hostnames[0]`],
      },
    },
    {
      operation: { type: 'set-owner', app, owner: 'group:default/borealis' },
      requester: petra,
      rendered: {},
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      requester: petra,
      rendered: {
        [databases]: ['removed: Cluster cloudnative-pg/notes'],
        [homepage]: [
          'changed: ConfigMap selfhosted/homepage-config data["services.yaml"]',
        ],
        [notes]: [
          'removed: Chart selfhosted/notes',
          'removed: ExternalSecret selfhosted/notes-db',
          'removed: ExternalSecret selfhosted/notes-secret',
          'removed: PersistentVolumeClaim selfhosted/notes-cache',
          'removed: PersistentVolumeClaim selfhosted/notes-data',
        ],
      },
    },
  ],
  refused: [
    {
      type: 'create-chart-app',
      app: 'selfhosted-search',
      category: 'selfhosted',
      owner: 'group:default/atlas',
      chart: {
        name: 'search',
        repository: 'https://charts.example.org',
        version: '1.0.0',
      },
      values: {},
    },
    {
      type: 'add-oidc-client',
      app,
      host,
      callbackPath: '/oauth2/callback',
    },
    // Its volume is one node's.
    { type: 'set-replicas', app, replicas: 2 },
    { type: 'set-autoscaling', app, min: 1, max: 4, cpuPercent: 70 },
  ],
};

/** The same without a volume of one node. */
export const pitowerStateless: AppLife = {
  platform: pitowerPlatform,
  layout: 'app-template',
  name: 'app-template-stateless',
  steps: [
    {
      operation: {
        ...createApp,
        app,
        category: 'selfhosted',
        env: [],
        storage: [
          {
            name: 'media',
            mountPath: '/media',
            size: '1Gi',
            purpose: 'shared',
          },
        ],
      },
      rendered: { [notes]: ['added: Chart selfhosted/notes'] },
    },
    {
      operation: { type: 'set-replicas', app, replicas: 3 },
      rendered: { [notes]: [`changed: ${values}.controllers.notes.replicas`] },
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      rendered: { [notes]: ['removed: Chart selfhosted/notes'] },
    },
  ],
  refused: [
    {
      type: 'add-route',
      app,
      host: 'feeds.pitower.link',
      path: '/',
    },
  ],
};
