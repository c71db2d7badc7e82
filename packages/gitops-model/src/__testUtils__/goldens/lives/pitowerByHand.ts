import { petra } from '../../readFixture';
import type { AppLife } from '../AppLife';
import { pitowerPlatform } from '../platforms';

const app = 'selfhosted-feeds';
const feeds = 'pitower/kubernetes/apps/selfhosted/feeds';
const homepage = 'pitower/kubernetes/apps/selfhosted/homepage';
const databases = 'pitower/kubernetes/apps/cloudnative-pg/cluster';
const values = 'Chart selfhosted/feeds spec.values';
const container = `${values}.controllers.feeds.containers.app`;

/** An app that people wrote, with the comments and ways of theirs. */
export const pitowerByHand: AppLife = {
  platform: pitowerPlatform,
  layout: 'app-template',
  name: 'app-template-by-hand',
  steps: [
    {
      operation: {
        type: 'set-image',
        app,
        image: 'ghcr.io/example/feeds:2.3.0',
      },
      rendered: { [feeds]: [`changed: ${container}.image.tag`] },
    },
    {
      operation: {
        type: 'set-resources',
        app,
        memoryLimit: '512M',
        cpuLimit: '1',
      },
      rendered: {
        [feeds]: [
          `changed: ${container}.resources.limits.memory`,
          `changed: ${container}.resources.limits.cpu`,
        ],
      },
    },
    {
      operation: { type: 'set-env', app, name: 'LANGUAGE', value: 'no' },
      rendered: { [feeds]: [`changed: ${container}.env.LANGUAGE`] },
    },
    {
      operation: { type: 'set-replicas', app, replicas: 2 },
      rendered: { [feeds]: [`changed: ${values}.controllers.feeds.replicas`] },
    },
    {
      operation: { type: 'set-chart-version', app, version: '4.7.0' },
      rendered: { [feeds]: ['changed: Chart selfhosted/feeds spec.version'] },
    },
    {
      operation: {
        type: 'add-route',
        app,
        host: 'news.pitower.link',
        path: '/api',
      },
      rendered: { [feeds]: [`changed: ${values}.route.news-pitower-link`] },
    },
    {
      operation: {
        type: 'add-secret',
        app,
        entries: [{ env: 'TOKEN', key: '/selfhosted/feeds/TOKEN' }],
      },
      rendered: {
        [feeds]: [
          'changed: ExternalSecret selfhosted/feeds-secret spec.data[1]',
        ],
      },
    },
    {
      operation: {
        type: 'change-route',
        app,
        host: 'feeds.pitower.link',
        newHost: 'reader.pitower.link',
      },
      rendered: {
        [feeds]: [`changed: ${values}.route.app.hostnames[0]`],
        [homepage]: [
          'changed: ConfigMap selfhosted/homepage-config data["services.yaml"]',
        ],
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
        [databases]: ['removed: Cluster cloudnative-pg/feeds'],
        [homepage]: [
          'changed: ConfigMap selfhosted/homepage-config data["services.yaml"]',
        ],
        [feeds]: [
          'removed: Chart selfhosted/feeds',
          'removed: ExternalSecret selfhosted/feeds-db',
          'removed: ExternalSecret selfhosted/feeds-secret',
        ],
      },
    },
  ],
  refused: [
    {
      type: 'add-volume',
      app,
      name: 'data',
      mountPath: '/data',
      size: '1Gi',
      purpose: 'replicated',
    },
  ],
};
