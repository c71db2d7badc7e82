import {
  createApp,
  notesPlace,
  plan,
  profile,
  repository,
  wholeRequest,
} from '../__testUtils__/readFixture';
import type { HostilePlatform } from '../__testUtils__/hostile/HostilePlatform';
import { testHostileValues } from '../__testUtils__/hostile/testHostileValues';
import { operationsSchema, type Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { placeApp } from './placeApp';
import { PlanTree } from './PlanTree';

const resources = createApp.resources;
const volume = {
  name: 'data',
  mountPath: '/data',
  size: '1Gi',
  purpose: 'replicated',
};
const host = 'notes.exitthecloud.eu';
const route: Operation = { type: 'add-route', app: 'notes', host, path: '/' };
const login = { type: 'add-oidc-client', app: 'notes', host } as const;
const chart = {
  name: 'wiki',
  repository: 'https://charts.example.org',
  version: '1.0.0',
};
const createChart: Operation = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  chart,
  values: {},
};
const secret = (entry: {
  env?: string;
  key?: string;
  property?: string;
}): Operation => ({
  type: 'add-secret',
  app: 'notes',
  entries: [{ env: 'A', key: 'atlas/a', ...entry }],
});
const link = {
  type: 'add-dashboard-entry',
  app: 'journal',
  title: 'My journal',
  group: 'Documents',
  host: 'journal.exitthecloud.eu',
} as const;
const context = {
  tree: new PlanTree(repository),
  profile,
  model: readRepository(repository, profile),
};

const edgit: HostilePlatform = {
  plan,
  places: [
    notesPlace,
    placeApp('journal', context),
    placeApp('search', context, { runs: 'chart' }),
  ],
  fields: {
    app: { benign: 'diary', change: app => [{ ...createApp, app }] },
    owner: {
      benign: 'group:default/atlas',
      change: owner => [{ ...createApp, owner }],
    },
    system: { benign: 'diary', change: system => [{ ...createApp, system }] },
    layout: { benign: 'raw', change: layout => [{ ...createApp, layout }] },
    cluster: {
      benign: 'edgit',
      change: cluster => [{ ...createApp, clusters: [cluster] }],
    },
    image: {
      benign: 'ghcr.io/example/notes:1.0.0',
      change: image => [{ ...createApp, image }],
    },
    newImage: {
      benign: 'ghcr.io/example/journal:9.0.0',
      change: image => [{ type: 'set-image', app: 'journal', image }],
    },
    workload: {
      benign: 'journal',
      change: workload => [
        { type: 'set-replicas', app: 'journal', workload, replicas: 2 },
      ],
    },
    container: {
      benign: 'journal',
      change: container => [
        {
          type: 'set-resources',
          app: 'journal',
          container,
          memoryLimit: '1Gi',
        },
      ],
    },
    memory: {
      benign: '1Gi',
      change: memoryLimit => [
        { ...createApp, resources: { ...resources, memoryLimit } },
      ],
    },
    variable: {
      benign: 'A',
      change: name => [{ ...createApp, env: [{ name, value: '1' }] }],
    },
    volume: {
      benign: 'files',
      change: name => [{ ...createApp, storage: [{ ...volume, name }] }],
    },
    mountPath: {
      benign: '/files',
      change: mountPath => [
        { ...createApp, storage: [{ ...volume, mountPath }] },
      ],
    },
    size: {
      benign: '2Gi',
      change: size => [{ ...createApp, storage: [{ ...volume, size }] }],
    },
    purpose: {
      benign: 'local',
      change: purpose => [{ ...createApp, storage: [{ ...volume, purpose }] }],
    },
    host: {
      benign: host,
      change: value => [createApp, { ...route, host: value }],
    },
    path: { benign: '/api', change: path => [createApp, { ...route, path }] },
    secretKey: {
      benign: 'atlas/notes/a',
      change: key => [createApp, secret({ key })],
    },
    property: {
      benign: 'a',
      change: property => [createApp, secret({ property })],
    },
    clientId: {
      benign: 'diary',
      change: clientId => [
        createApp,
        route,
        { ...login, clientId, callbackPath: '/c' },
      ],
    },
    callbackPath: {
      benign: '/c',
      change: callbackPath => [createApp, route, { ...login, callbackPath }],
    },
    loginHost: {
      benign: host,
      change: value => [
        createApp,
        route,
        { ...login, host: value, callbackPath: '/c' },
      ],
    },
    newVariable: {
      benign: 'B',
      change: name => [{ type: 'set-env', app: 'journal', name, value: '1' }],
    },
    newHost: {
      benign: 'diary.exitthecloud.eu',
      change: newHost => [
        {
          type: 'change-route',
          app: 'journal',
          host: 'journal.exitthecloud.eu',
          newHost,
        },
      ],
    },
    oldHost: {
      benign: 'journal.exitthecloud.eu',
      change: value => [
        {
          type: 'change-route',
          app: 'journal',
          host: value,
          newHost: 'diary.exitthecloud.eu',
        },
      ],
    },
    newOwner: {
      benign: 'group:default/atlas',
      change: owner => [{ type: 'set-owner', app: 'journal', owner }],
    },
    newMemory: {
      benign: '1Gi',
      change: memoryLimit => [
        { type: 'set-resources', app: 'journal', memoryLimit },
      ],
    },
    newVolume: {
      benign: 'files',
      change: name => [{ type: 'add-volume', app: 'journal', ...volume, name }],
    },
    newMountPath: {
      benign: '/files',
      change: mountPath => [
        { type: 'add-volume', app: 'journal', ...volume, mountPath },
      ],
    },
    newSize: {
      benign: '2Gi',
      change: size => [{ type: 'add-volume', app: 'journal', ...volume, size }],
    },
    newPurpose: {
      benign: 'local',
      change: purpose => [
        { type: 'add-volume', app: 'journal', ...volume, purpose },
      ],
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
      change: version => [
        { type: 'set-chart-version', app: 'wiki', chart: 'wiki', version },
      ],
    },
    newChart: {
      benign: 'wiki',
      change: name => [
        {
          type: 'set-chart-version',
          app: 'wiki',
          chart: name,
          version: '9.0.0',
        },
      ],
    },
    service: {
      benign: 'wiki',
      change: service => [
        {
          type: 'add-route',
          app: 'wiki',
          host: 'wiki.exitthecloud.eu',
          path: '/',
          port: 80,
          service,
        },
      ],
    },
    icon: { benign: 'journal.svg', change: icon => [{ ...link, icon }] },
    confirmation: {
      benign: 'journal',
      change: confirmation => [
        { type: 'retire-app', app: 'journal', confirmation },
      ],
    },
  },
  // The dashboard replaces what stands in double braces, and has no empty words.
  refusesText: (value, field) =>
    ['title', 'group'].includes(field) &&
    (/\{\{|\}\}/.test(value) || value.trim() === ''),
  texts: {
    title: title => [{ ...link, title }],
    group: group => [{ ...link, group }],
    newValue: value => [
      { type: 'set-env', app: 'journal', name: 'BRAND', value },
    ],
    chartValue: text => [{ ...createChart, values: { greeting: { text } } }],
    description: description => [{ ...createApp, description }],
    value: value => [{ ...createApp, env: [{ name: 'GREETING', value }] }],
  },
};

describe('hostile values on edgit-k8s', () => {
  testHostileValues(edgit);

  it.each([
    ['project', 'infrastructure'],
    ['namespace', 'tides'],
    ['privileged', true],
    ['hostPath', '/'],
    ['repoURL', 'https://evil.example/x.git'],
    ['helmCharts', [{ name: 'x' }]],
    ['backendRefs', [{ name: 'tides', namespace: 'tides' }]],
    ['dataFrom', [{ find: { name: { regexp: '.*' } } }]],
    ['annotations', { 'argocd.argoproj.io/hook': 'PreSync' }],
  ])('an operation has no %s to set', (key, value) => {
    const operations = operationsSchema.parse(
      wholeRequest.map(operation => ({ ...operation, [key]: value })),
    );
    expect(plan(operations)).toEqual(plan(wholeRequest));
  });
});
