import { outline } from '../__testUtils__/outline';
import {
  createApp,
  plan,
  repository,
  wholeRequest,
} from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';

/** With an app of the requester's own, beside those of other teams. */
const withNotes = applyEdits(repository, plan(wholeRequest).edits);

const app = 'notes';
const volume = {
  name: 'files',
  mountPath: '/files',
  size: '1Gi',
  purpose: 'local',
};
const chart = {
  name: 'search',
  repository: 'https://charts.example.org',
  version: '1.0.0',
};

/** Each operation with one thing wrong at a time, and what is said of that. Retiring what is gone is nothing to do. */
const cases: [Operation, string[]][] = [
  [{ ...createApp, app: 'tides' }, ['error app-name-taken app']],
  [{ ...createApp, app: 'x', port: 0 }, ['error port-invalid port']],
  [
    { ...createApp, app: 'x', replicas: 2 },
    ['error replicas-share-volume replicas'],
  ],
  [
    {
      type: 'create-chart-app',
      app: 'x',
      owner: 'group:default/atlas',
      chart: { ...chart, version: 'latest' },
      values: {},
    },
    ['error chart-invalid chart.version'],
  ],
  [
    { type: 'set-image', app: 'tides', image: 'ghcr.io/example/x:1' },
    ['error owner-foreign app'],
  ],
  [
    { type: 'set-image', app: 'nobody', image: 'ghcr.io/example/x:1' },
    ['error app-unknown app'],
  ],
  [
    { type: 'set-image', app, image: 'ghcr.io/example/x' },
    ['error image-untagged image'],
  ],
  [
    { type: 'set-image', app, container: 'x', image: 'ghcr.io/example/x:1' },
    ['error container-unknown container k8s/notes/deployment.yaml'],
  ],
  [
    { type: 'set-replicas', app: 'tides', replicas: 1 },
    ['error owner-foreign app'],
  ],
  [
    { type: 'set-replicas', app, replicas: 2 },
    ['error replicas-share-volume replicas'],
  ],
  [
    { type: 'set-replicas', app, workload: 'x', replicas: 1 },
    ['error workload-unknown workload'],
  ],
  [
    { type: 'set-resources', app: 'tides', cpuRequest: '1' },
    ['error owner-foreign app'],
  ],
  [
    { type: 'set-resources', app, container: 'x', cpuRequest: '1' },
    ['error container-unknown container k8s/notes/deployment.yaml'],
  ],
  [
    { type: 'set-resources', app, cpuRequest: 'much' },
    ['error quantity-invalid cpuRequest'],
  ],
  [
    { type: 'set-resources', app, memoryRequest: '1Gi' },
    ['error quantity-invalid memoryRequest'],
  ],
  [
    { type: 'set-env', app: 'tides', name: 'A', value: '1' },
    ['error owner-foreign app'],
  ],
  [
    { type: 'set-env', app, name: '1A', value: '1' },
    ['error env-name-invalid name'],
  ],
  [
    { type: 'set-env', app, name: 'A', value: '1', container: 'x' },
    ['error container-unknown container k8s/notes/deployment.yaml'],
  ],
  [
    { type: 'set-env', app, name: 'DATABASE_URL', value: '1' },
    ['error env-not-plain name k8s/notes/deployment.yaml'],
  ],
  [
    { type: 'set-env', app, name: 'DATABASE_URL', value: null },
    ['error env-not-plain name k8s/notes/deployment.yaml'],
  ],
  [
    { type: 'set-chart-version', app: 'tides', version: '1.0.0' },
    ['error owner-foreign app'],
  ],
  [
    { type: 'set-chart-version', app, version: 'latest' },
    ['error chart-invalid version'],
  ],
  [
    { type: 'set-chart-version', app, version: '1.0.0' },
    ['error chart-unknown chart'],
  ],
  [
    { type: 'set-owner', app: 'tides', owner: 'group:default/atlas' },
    ['error owner-foreign app'],
  ],
  [{ type: 'set-owner', app, owner: 'atlas' }, ['error owner-unknown owner']],
  [
    {
      type: 'set-autoscaling',
      app: 'tides',
      min: 1,
      max: 2,
      cpuPercent: 80,
    },
    ['error owner-foreign app'],
  ],
  [
    { type: 'set-autoscaling', app, min: 2, max: 1, cpuPercent: 80 },
    ['error autoscaling-invalid min'],
  ],
  [
    { type: 'set-autoscaling', app, min: 1, max: 2, cpuPercent: 80 },
    ['error replicas-share-volume max'],
  ],
  [
    { type: 'add-route', app: 'tides', host: 'x.exitthecloud.eu', path: '/' },
    ['error owner-foreign app'],
  ],
  [
    { type: 'add-route', app, host: 'x.example.org', path: '/' },
    ['error host-outside-domains host'],
  ],
  [
    { type: 'add-route', app, host: 'x.exitthecloud.eu', path: 'x' },
    ['error path-invalid path'],
  ],
  [
    {
      type: 'change-route',
      app,
      host: 'x.exitthecloud.eu',
      newHost: 'y.exitthecloud.eu',
    },
    ['error route-unknown host'],
  ],
  [
    {
      type: 'change-route',
      app,
      host: 'notes.exitthecloud.eu',
      newHost: 'tides.exitthecloud.eu',
    },
    ['error host-taken host k8s/tides/httproute.yaml'],
  ],
  [
    {
      type: 'add-secret',
      app,
      entries: [{ env: 'A', key: 'borealis/tides/token', property: 'x' }],
    },
    ['error secret-key-foreign entries.0.key'],
  ],
  [
    {
      type: 'add-secret',
      app: 'tides',
      entries: [{ env: 'A', key: 'atlas/notes/token', property: 'x' }],
    },
    ['error owner-foreign app', 'error secret-key-foreign entries.0.key'],
  ],
  [
    {
      type: 'add-oidc-client',
      app: 'tides',
      host: 'tides.exitthecloud.eu',
      callbackPath: '/callback',
    },
    ['error owner-foreign app'],
  ],
  [
    {
      type: 'add-oidc-client',
      app,
      host: 'x.exitthecloud.eu',
      callbackPath: '/callback',
    },
    ['error redirect-host-foreign host'],
  ],
  [
    { type: 'add-volume', app: 'tides', ...volume },
    ['error owner-foreign app'],
  ],
  [
    { type: 'add-volume', app, ...volume, purpose: 'golden' },
    ['error storage-purpose-unknown purpose'],
  ],
  [
    { type: 'add-volume', app, ...volume, mountPath: '/data' },
    ['error volume-invalid mountPath k8s/notes/deployment.yaml'],
  ],
  [
    {
      type: 'add-dashboard-entry',
      app: 'tides',
      title: 'Tides',
      group: 'Office',
      host: 'tides.exitthecloud.eu',
    },
    ['error owner-foreign app'],
  ],
  [
    {
      type: 'add-dashboard-entry',
      app,
      title: 'Notes',
      group: 'Office',
      host: 'x.exitthecloud.eu',
    },
    ['error dashboard-link-dead host'],
  ],
  [{ type: 'add-database', app, size: '1Gi' }, ['error not-in-profile']],
  [
    { type: 'retire-app', app: 'tides', confirmation: 'tides' },
    ['error owner-foreign app'],
  ],
  [
    { type: 'retire-app', app, confirmation: 'note' },
    ['error confirmation-missing confirmation'],
  ],
  [{ type: 'retire-app', app: 'nobody', confirmation: 'nobody' }, []],
];

describe('operations that are refused', () => {
  it.each(cases)('%j', (operation, findings) => {
    const planned = plan([operation], undefined, withNotes);
    expect(outline(planned.findings)).toEqual(findings);
    expect(planned.edits).toEqual([]);
  });
});
