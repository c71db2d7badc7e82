import { petra } from '../../readFixture';
import type { AppLife } from '../AppLife';
import { edgitPlatform } from '../platforms';

const app = 'journal';
const host = 'journal.exitthecloud.eu';
const container =
  'Deployment journal/journal spec.template.spec.containers[journal]';

/** An app of pattern D that people wrote, with the comments and ways of theirs. */
export const edgitRawByHand: AppLife = {
  platform: edgitPlatform,
  layout: 'raw',
  name: 'raw-by-hand',
  steps: [
    {
      operation: {
        type: 'set-image',
        app,
        image: 'ghcr.io/example/journal:1.3.0',
      },
      rendered: { 'k8s/journal': [`changed: ${container}.image`] },
    },
    {
      operation: { type: 'set-replicas', app, replicas: 2 },
      rendered: {
        'k8s/journal': ['changed: Deployment journal/journal spec.replicas'],
      },
    },
    {
      operation: {
        type: 'set-resources',
        app,
        cpuRequest: '100m',
        memoryLimit: '256Mi',
      },
      rendered: { 'k8s/journal': [`changed: ${container}.resources`] },
    },
    {
      name: 'set-env-new',
      operation: { type: 'set-env', app, name: 'MODE', value: '1' },
      rendered: { 'k8s/journal': [`changed: ${container}.env[MODE]`] },
    },
    {
      operation: { type: 'set-env', app, name: 'BRAND', value: 'no' },
      rendered: { 'k8s/journal': [`changed: ${container}.env[BRAND].value`] },
    },
    {
      name: 'set-env-away',
      operation: { type: 'set-env', app, name: 'BRAND', value: null },
      rendered: { 'k8s/journal': [`changed: ${container}.env[BRAND]`] },
    },
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [
          { env: 'API_TOKEN', key: 'atlas/journal/api', property: 'token' },
        ],
      },
      rendered: {
        'k8s/journal': [
          `changed: ${container}.env[API_TOKEN]`,
          'added: ExternalSecret journal/journal-secrets',
        ],
      },
    },
    {
      operation: {
        type: 'add-route',
        app,
        host,
        path: '/metrics',
        port: 9090,
      },
      rendered: {
        'k8s/journal': ['changed: HTTPRoute journal/journal spec.rules[1]'],
      },
    },
    {
      operation: {
        type: 'set-autoscaling',
        app,
        min: 1,
        max: 4,
        cpuPercent: 70,
      },
      rendered: {
        'k8s/journal': [
          'changed: Deployment journal/journal spec.replicas',
          'added: HorizontalPodAutoscaler journal/journal',
        ],
      },
    },
    {
      operation: {
        type: 'change-route',
        app,
        host,
        newHost: 'diary.exitthecloud.eu',
      },
      rendered: {
        'k8s/homepage': [
          'changed: Chart homepage spec.values.homepage.config.services[0].Documents[0].Journal.href',
        ],
        'k8s/journal': ['changed: HTTPRoute journal/journal spec.hostnames[0]'],
      },
    },
    {
      operation: { type: 'set-owner', app, owner: 'group:default/borealis' },
      requester: petra,
      rendered: {
        'k8s/apps': [
          'changed: Application argocd/journal metadata.annotations["portal.internal/owner"]',
        ],
      },
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      requester: petra,
      rendered: {
        'k8s/apps': ['removed: Application argocd/journal'],
        // The last link under its heading goes with the heading.
        'k8s/homepage': [
          'changed: Chart homepage spec.values.homepage.config.services[0].Documents',
          'changed: Chart homepage spec.values.homepage.config.services[0].Infrastructure',
          'changed: Chart homepage spec.values.homepage.config.services[1]',
        ],
        'k8s/journal': [
          'removed: Deployment journal/journal',
          'removed: ExternalSecret journal/journal-secrets',
          'removed: HTTPRoute journal/journal',
          'removed: HorizontalPodAutoscaler journal/journal',
          'removed: Namespace journal',
          'removed: Service journal/journal',
        ],
      },
    },
  ],
  refused: [
    {
      type: 'add-oidc-client',
      app,
      host: 'diary.exitthecloud.eu',
      callbackPath: '/auth/callback',
    },
  ],
};
