import {
  pitower,
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import type { HostilePlatform } from '../__testUtils__/hostile/HostilePlatform';
import { testHostileValues } from '../__testUtils__/hostile/testHostileValues';
import { ada, createApp } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { placeApp } from './placeApp';
import { planOperations } from './planOperations';
import { PlanTree } from './PlanTree';

/** With an app that the portal wrote, without the database and link that are asked for below. */
const repository = applyEdits(
  pitowerRepository,
  planPitower(pitowerRequest.slice(0, 3)).edits,
);
const model = readRepository(repository, pitower);
const context = { tree: new PlanTree(repository), profile: pitower, model };
const app = 'selfhosted-notes';
const host = 'notes.pitower.link';
const create = {
  ...createApp,
  app: 'selfhosted-diary',
  category: 'selfhosted',
} as const;
const volume = {
  type: 'add-volume',
  app,
  name: 'files',
  mountPath: '/files',
  size: '1Gi',
  purpose: 'replicated',
} as const;
const link = {
  type: 'add-dashboard-entry',
  app,
  title: 'Notes',
  group: 'Reading',
  host,
} as const;
const database = { type: 'add-database', app, size: '1Gi' } as const;
const plan = (operations: Operation[]) =>
  planOperations({
    ...context,
    snapshot: repository,
    operations,
    requester: ada,
  });

const platform: HostilePlatform = {
  plan,
  places: [
    placeApp(app, context),
    placeApp(create.app, context, { category: 'selfhosted' }),
  ],
  adapt: value =>
    value
      .replaceAll('exitthecloud.eu', 'pitower.link')
      .replaceAll('tides', 'feeds')
      // Nodes of this platform pull from everywhere.
      .replace('evil.example/x:1', 'evil.example/x'),
  // The dashboard replaces what stands in double braces, and has no empty words.
  refusesText: (value, field) =>
    ['title', 'group', 'linkDescription'].includes(field) &&
    (/\{\{|\}\}/.test(value) || value.trim() === ''),
  fields: {
    app: {
      benign: 'selfhosted-journal',
      change: value => [{ ...create, app: value }],
    },
    owner: {
      benign: 'group:default/atlas',
      change: owner => [{ ...create, owner }],
    },
    category: {
      benign: 'selfhosted',
      change: category => [{ ...create, category }],
    },
    layout: {
      benign: 'app-template',
      change: layout => [{ ...create, layout }],
    },
    cluster: {
      benign: 'pitower',
      change: cluster => [{ ...create, clusters: [cluster] }],
    },
    image: {
      benign: 'ghcr.io/example/diary:1.0.0',
      change: image => [{ ...create, image }],
    },
    newImage: {
      benign: 'ghcr.io/example/notes:9.0.0',
      change: image => [{ type: 'set-image', app, image }],
    },
    workload: {
      benign: 'notes',
      change: workload => [
        { type: 'set-image', app, workload, image: 'ghcr.io/example/notes:9' },
      ],
    },
    container: {
      benign: 'app',
      change: container => [
        { type: 'set-resources', app, container, memoryLimit: '1Gi' },
      ],
    },
    newMemory: {
      benign: '1Gi',
      change: memoryLimit => [{ type: 'set-resources', app, memoryLimit }],
    },
    variable: {
      benign: 'A',
      change: name => [{ ...create, env: [{ name, value: '1' }] }],
    },
    newVariable: {
      benign: 'A',
      change: name => [{ type: 'set-env', app, name, value: '1' }],
    },
    path: {
      benign: '/api',
      change: path => [
        { type: 'add-route', app, host: 'diary.pitower.link', path },
      ],
    },
    host: {
      benign: 'diary.pitower.link',
      change: value => [{ type: 'add-route', app, host: value, path: '/' }],
    },
    exposure: {
      benign: 'external',
      change: exposure => [
        {
          type: 'add-route',
          app,
          host: 'diary.pitower.link',
          path: '/',
          exposure,
        },
      ],
    },
    newHost: {
      benign: 'diary.pitower.link',
      change: newHost => [{ type: 'change-route', app, host, newHost }],
    },
    oldHost: {
      benign: host,
      change: value => [
        {
          type: 'change-route',
          app,
          host: value,
          newHost: 'diary.pitower.link',
        },
      ],
    },
    secretKey: {
      benign: '/selfhosted/notes/A',
      change: key => [
        { type: 'add-secret', app, entries: [{ env: 'A', key }] },
      ],
    },
    newOwner: {
      benign: 'group:default/atlas',
      change: owner => [{ type: 'set-owner', app, owner }],
    },
    newVolume: { benign: 'files', change: name => [{ ...volume, name }] },
    newMountPath: {
      benign: '/files',
      change: mountPath => [{ ...volume, mountPath }],
    },
    newSize: { benign: '2Gi', change: size => [{ ...volume, size }] },
    newPurpose: {
      benign: 'shared',
      change: purpose => [{ ...volume, purpose }],
    },
    version: {
      benign: '9.0.0',
      change: version => [{ type: 'set-chart-version', app, version }],
    },
    newChart: {
      benign: 'app-template',
      change: chart => [
        { type: 'set-chart-version', app, chart, version: '9.0.0' },
      ],
    },
    databaseName: { benign: 'notes', change: name => [{ ...database, name }] },
    databaseVariable: {
      benign: 'DATABASE_URL',
      change: env => [{ ...database, env }],
    },
    databaseSize: { benign: '2Gi', change: size => [{ ...database, size }] },
    icon: { benign: 'notes.svg', change: icon => [{ ...link, icon }] },
    linkHost: { benign: host, change: value => [{ ...link, host: value }] },
    confirmation: {
      benign: app,
      change: confirmation => [{ type: 'retire-app', app, confirmation }],
    },
  },
  texts: {
    description: description => [{ ...create, description }],
    value: value => [{ ...create, env: [{ name: 'GREETING', value }] }],
    newValue: value => [{ type: 'set-env', app, name: 'BRAND', value }],
    title: title => [{ ...link, title }],
    group: group => [{ ...link, group }],
    linkDescription: description => [{ ...link, description }],
  },
  more: [
    {
      name: '8 hosts of others',
      values: ['feeds.pitower.link', 'external.pitower.link', 'pitower.link'],
      into: ['host', 'newHost', 'linkHost'],
    },
    {
      name: '10 keys of others',
      values: [
        '/selfhosted/feeds/TOKEN',
        '/selfhosted/notes/../feeds/TOKEN',
        '/selfhosted/notesx/TOKEN',
        '/media/notes/TOKEN',
        '/selfhosted/notes/*',
        'selfhosted/notes/TOKEN',
        '/selfhosted/notes',
        '/selfhosted/notes//TOKEN',
      ],
      into: ['secretKey'],
    },
    {
      name: '14 names of databases',
      values: ['postgres', 'template1', 'Notes', 'a-b', '1a', 'a'.repeat(64)],
      into: ['databaseName'],
    },
  ],
};

describe('hostile values on pitower', () => {
  testHostileValues(platform);
});
