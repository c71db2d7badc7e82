import {
  monosense,
  monosenseRepository,
  planMonosense,
  route,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import type { HostilePlatform } from '../__testUtils__/hostile/HostilePlatform';
import { testHostileValues } from '../__testUtils__/hostile/testHostileValues';
import { ada, createApp } from '../__testUtils__/readFixture';
import type { Operation, OperationOf } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { placeApp } from './placeApp';
import { planOperations } from './planOperations';
import { PlanTree } from './PlanTree';

/** With an app that the portal wrote on one cluster. */
const repository = applyEdits(
  monosenseRepository,
  planMonosense([workloadOn(['infra']), route]).edits,
);
const context = {
  tree: new PlanTree(repository),
  profile: monosense,
  model: readRepository(repository, monosense),
};
const app = 'notes';
const host = 'notes.monosense.io';
const create = { ...createApp, app: 'diary', clusters: ['infra'] };
const shared = { ...createApp, app: 'diary', layout: 'infrastructure' };
const chart = {
  name: 'wiki',
  repository: 'https://charts.example.org',
  version: '1.0.0',
};
const createChart: OperationOf<'create-chart-app'> = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  clusters: ['apps'],
  chart,
  values: {},
};
const volume = {
  type: 'add-volume',
  app,
  name: 'files',
  mountPath: '/files',
  size: '1Gi',
  purpose: 'replicated',
} as const;
const database = { type: 'add-database', app, size: '1Gi' } as const;
const login = { type: 'add-oidc-client', app, host } as const;
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
    placeApp('diary', context, { cluster: 'infra' }),
    placeApp('search', context, { runs: 'chart', cluster: 'apps' }),
    placeApp('diary', context, {
      layout: 'infrastructure',
      category: 'operations',
    }),
  ],
  adapt: value =>
    value
      .replaceAll('tides.exitthecloud.eu', 'ledger.apps.monosense.io')
      .replaceAll('exitthecloud.eu', 'monosense.io')
      .replaceAll('tides', 'ledger')
      .replace(/^gateway$/, 'cilium-gateway')
      // Nodes of this platform pull from everywhere.
      .replace('evil.example/x:1', 'evil.example/x'),
  // Flux would put something else in its place.
  refusesText: value => /\$[{$]/.test(value),
  fields: {
    app: { benign: 'journal', change: value => [{ ...create, app: value }] },
    owner: {
      benign: 'group:default/atlas',
      change: owner => [{ ...create, owner }],
    },
    category: {
      benign: 'operations',
      change: category => [{ ...shared, category }],
    },
    layout: { benign: 'workload', change: layout => [{ ...create, layout }] },
    cluster: {
      benign: 'apps',
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
        { type: 'add-route', app, host: 'diary.monosense.io', path },
      ],
    },
    host: {
      benign: 'diary.infra.monosense.io',
      change: value => [{ type: 'add-route', app, host: value, path: '/' }],
    },
    newHost: {
      benign: 'diary.monosense.io',
      change: newHost => [{ type: 'change-route', app, host, newHost }],
    },
    oldHost: {
      benign: host,
      change: value => [
        {
          type: 'change-route',
          app,
          host: value,
          newHost: 'diary.monosense.io',
        },
      ],
    },
    secretKey: {
      benign: 'kubernetes/infra/notes/a',
      change: key => [
        { type: 'add-secret', app, entries: [{ env: 'A', key }] },
      ],
    },
    property: {
      benign: 'a',
      change: property => [
        {
          type: 'add-secret',
          app,
          entries: [{ env: 'A', key: 'kubernetes/infra/notes/a', property }],
        },
      ],
    },
    clientId: {
      benign: 'notes',
      change: clientId => [{ ...login, clientId, callbackPath: '/c' }],
    },
    callbackPath: {
      benign: '/c',
      change: callbackPath => [{ ...login, callbackPath }],
    },
    loginHost: {
      benign: host,
      change: value => [{ ...login, host: value, callbackPath: '/c' }],
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
      benign: 'local',
      change: purpose => [{ ...volume, purpose }],
    },
    chart: {
      benign: 'wiki',
      change: name => [{ ...createChart, chart: { ...chart, name } }],
    },
    chartRepository: {
      benign: 'oci://ghcr.io/example',
      change: address => [
        { ...createChart, chart: { ...chart, repository: address } },
      ],
    },
    version: {
      benign: '9.0.0',
      change: version => [{ ...createChart, chart: { ...chart, version } }],
    },
    newChart: {
      benign: 'app-template',
      change: name => [
        { type: 'set-chart-version', app, chart: name, version: '9.0.0' },
      ],
    },
    service: {
      benign: 'wiki',
      change: service => [
        createChart,
        {
          type: 'add-route',
          app: 'search',
          host: 'search.monosense.io',
          path: '/',
          port: 80,
          service,
        },
      ],
    },
    databaseName: { benign: 'notes', change: name => [{ ...database, name }] },
    databaseVariable: {
      benign: 'DATABASE_URL',
      change: env => [{ ...database, env }],
    },
    sharedSize: { benign: '2Gi', change: size => [{ ...database, size }] },
    confirmation: {
      benign: app,
      change: confirmation => [{ type: 'retire-app', app, confirmation }],
    },
  },
  texts: {
    description: description => [{ ...create, description }],
    value: value => [{ ...create, env: [{ name: 'GREETING', value }] }],
    newValue: value => [{ type: 'set-env', app, name: 'BRAND', value }],
    chartValue: text => [{ ...createChart, values: { greeting: { text } } }],
    chartKey: key => [{ ...createChart, values: { labels: { [key]: 'x' } } }],
  },
  more: [
    {
      name: '2 variables of Flux',
      values: ['${CLUSTER}', 'x${CLUSTER}', '$${CLUSTER}', '${X:=y}'],
      into: ['app', 'host', 'path', 'image', 'secretKey', 'databaseName'],
    },
    {
      name: '10 keys of others',
      values: [
        'kubernetes/infra/ledger/db',
        'kubernetes/apps/notes/db',
        'kubernetes/infra/notes/../ledger/db',
        'kubernetes/infra/notesx/db',
        'kubernetes/infra/cloudnative-pg/ledger',
        'kubernetes/infra/notes/*',
        'kubernetes/infra/notes',
        '/kubernetes/infra/notes/db',
      ],
      into: ['secretKey'],
    },
    {
      name: '15 sizes',
      values: ['1e9Gi', '-1Gi', '0', 'NaN', '1 Gi', '1Gi\n'],
      into: ['sharedSize'],
    },
    {
      name: '14 names of databases',
      values: ['ledger', 'postgres', 'Notes', 'a-b', '1a', 'a'.repeat(64)],
      into: ['databaseName'],
    },
  ],
};

describe('hostile values on monosense', () => {
  testHostileValues(platform);
});
