import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  deliverySnapshotListSchema,
  type DeliverySnapshot,
} from '@internal/plugin-delivery-common';
import request from 'supertest';
import {
  FakeKubernetes,
  type FakeObject,
} from './__testUtils__/FakeKubernetes';
import deliveryPlugin from './index';

const token = randomBytes(16).toString('hex');
const firstCommit = randomBytes(20).toString('hex');
const secondCommit = randomBytes(20).toString('hex');

let kubernetes: FakeKubernetes;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  kubernetes = await FakeKubernetes.start({ token });
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await kubernetes.stop();
});

const ready = (status: string, reason: string, message = '') => ({
  type: 'Ready',
  status,
  reason,
  message,
  lastTransitionTime: '2026-03-01T10:00:00Z',
});

function kustomization(name: string, status: object, spec: object = {}) {
  return {
    metadata: { name, namespace: 'flux-system', generation: 2 },
    spec: { targetNamespace: `${name}-ns`, ...spec },
    status: {
      observedGeneration: 2,
      lastAppliedRevision: `main@sha1:${secondCommit}`,
      lastAttemptedRevision: `main@sha1:${secondCommit}`,
      conditions: [ready('True', 'ReconciliationSucceeded')],
      ...status,
    },
  };
}

function helmRelease(unit: string, status: object): FakeObject {
  return {
    metadata: {
      name: `${unit}-chart`,
      namespace: `${unit}-ns`,
      generation: 1,
      labels: {
        'kustomize.toolkit.fluxcd.io/name': unit,
        'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
      },
    },
    spec: {},
    status: { observedGeneration: 1, ...status },
  };
}

async function startPlugin(options: { flux?: object; connection?: object }) {
  const backend = await startTestBackend({
    features: [
      deliveryPlugin,
      mockServices.rootConfig.factory({
        data: {
          platforms: {
            monosense: {
              clusters: [
                {
                  name: 'infra',
                  flux: {
                    pollSeconds: 0.5,
                    deadlineSeconds: 1,
                    ...options.flux,
                  },
                },
              ],
            },
          },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'infra',
                    url: kubernetes.url,
                    serviceAccountToken: token,
                    ...options.connection,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  stops.push(() => backend.stop());
  return async (): Promise<DeliverySnapshot> => {
    const { body } = await request(backend.server)
      .get('/api/delivery/snapshots')
      .expect(200);
    const { items } = deliverySnapshotListSchema.parse(body);
    expect(items).toHaveLength(1);
    return items[0];
  };
}

async function until(
  read: () => Promise<DeliverySnapshot>,
  accepts: (snapshot: DeliverySnapshot) => boolean,
) {
  let snapshot = await read();
  while (!accepts(snapshot)) {
    await sleep(50);
    snapshot = await read();
  }
  return snapshot;
}

const hasRead = ({ observedAt, failure }: DeliverySnapshot) =>
  observedAt !== undefined && failure === undefined;
const hasFailed = ({ failure }: DeliverySnapshot) => failure !== undefined;

describe('delivery plugin with Flux', () => {
  it('reports each Kustomization with its revision and history', async () => {
    kubernetes.kustomizations = [
      kustomization('wiki', {
        history: [
          {
            firstReconciled: '2026-03-01T10:00:00Z',
            lastReconciled: '2026-03-02T10:00:00Z',
            lastReconciledStatus: 'ReconciliationSucceeded',
            metadata: { revision: `main@sha1:${secondCommit}` },
          },
          {
            firstReconciled: '2026-02-28T10:00:00Z',
            lastReconciled: '2026-02-28T10:00:00Z',
            lastReconciledStatus: 'HealthCheckFailed',
            metadata: { revision: 'main@sha1:unfinished' },
          },
          {
            firstReconciled: '2026-02-01T10:00:00Z',
            lastReconciled: '2026-02-02T10:00:00Z',
            lastReconciledStatus: 'ReconciliationSucceeded',
            metadata: { revision: `main@sha1:${firstCommit}` },
          },
        ],
      }),
    ];
    const { units } = await until(await startPlugin({}), hasRead);
    expect(units).toEqual([
      {
        platform: 'monosense',
        cluster: 'infra',
        engine: 'flux',
        name: 'wiki',
        namespace: 'flux-system',
        destinationNamespace: 'wiki-ns',
        sync: 'synced',
        health: 'healthy',
        revision: secondCommit,
        syncedAt: '2026-03-01T10:00:00Z',
        images: [],
        history: [
          {
            id: 1,
            revision: secondCommit,
            deployedAt: '2026-03-01T10:00:00Z',
          },
          { id: 0, revision: firstCommit, deployedAt: '2026-02-01T10:00:00Z' },
        ],
      },
    ]);
  });

  const behind = { lastAppliedRevision: `main@sha1:${firstCommit}` };
  it.each([
    {
      name: 'does not build',
      status: {
        ...behind,
        conditions: [ready('False', 'BuildFailed', 'kustomize build failed')],
      },
      expected: {
        sync: 'out-of-sync',
        health: 'degraded',
        revision: firstCommit,
        message: 'kustomize build failed',
      },
    },
    {
      name: 'waits for another',
      status: {
        ...behind,
        conditions: [
          ready('False', 'DependencyNotReady', "dependency 'x' is not ready"),
        ],
      },
      expected: { sync: 'out-of-sync', health: 'progressing' },
    },
    {
      name: 'is being reconciled',
      status: { ...behind, conditions: [ready('Unknown', 'Progressing')] },
      expected: { sync: 'out-of-sync', health: 'progressing' },
    },
    {
      name: 'was changed and not looked at yet',
      status: { observedGeneration: 1 },
      expected: { sync: 'out-of-sync', health: 'progressing' },
    },
    {
      name: 'is stalled',
      status: {
        conditions: [
          ready('False', 'InvalidPath', 'no such path'),
          { type: 'Stalled', status: 'True', reason: 'InvalidPath' },
        ],
      },
      expected: { health: 'degraded', message: 'no such path' },
    },
    {
      name: 'is suspended',
      status: {},
      spec: { suspend: true },
      expected: { sync: 'unknown', health: 'suspended' },
    },
    {
      name: 'was never reconciled',
      status: {
        observedGeneration: -1,
        conditions: [],
        lastAppliedRevision: undefined,
        lastAttemptedRevision: undefined,
      },
      expected: { sync: 'unknown', health: 'unknown' },
    },
    {
      name: 'comes from an OCI artifact',
      status: {
        lastAppliedRevision: `latest@sha256:${'ab'.repeat(32)}`,
        lastAttemptedRevision: `latest@sha256:${'ab'.repeat(32)}`,
      },
      expected: { sync: 'synced', health: 'healthy', revision: undefined },
    },
    {
      name: 'applied a release that failed',
      status: {},
      releases: [
        {
          conditions: [ready('False', 'InstallFailed', 'Helm install failed')],
        },
      ],
      expected: {
        sync: 'synced',
        health: 'degraded',
        message: 'Helm install failed',
      },
    },
    {
      name: 'applied a release that is under way',
      status: {},
      releases: [
        { conditions: [ready('Unknown', 'Progressing')] },
        { conditions: [ready('True', 'InstallSucceeded')] },
      ],
      expected: { sync: 'synced', health: 'progressing' },
    },
  ])('tells a unit that $name', async example => {
    const { status, spec, releases = [], expected } = example;
    kubernetes.kustomizations = [
      kustomization('other', {}),
      kustomization('wiki', status, spec),
    ];
    kubernetes.helmReleases = releases.map(release =>
      helmRelease('wiki', release),
    );
    const { units } = await until(await startPlugin({}), hasRead);
    const [other, unit] = units;
    expect(other).toMatchObject({ sync: 'synced', health: 'healthy' });
    expect({ revision: undefined, ...unit }).toMatchObject(expected);
  });

  it('reads every page, and clusters without HelmReleases', async () => {
    kubernetes.kustomizations = Array.from({ length: 1203 }, (_, index) =>
      kustomization(`unit-${index}`, {}),
    );
    kubernetes.helmReleases = undefined;
    const { units } = await until(await startPlugin({}), hasRead);
    expect(units.map(({ name }) => name)).toEqual(
      kubernetes.kustomizations.map(({ metadata }) => metadata.name),
    );
  });

  it('keeps what it last read when everything vanishes at once', async () => {
    kubernetes.kustomizations = [kustomization('wiki', {})];
    const read = await startPlugin({});
    const good = await until(read, hasRead);
    kubernetes.kustomizations = [];
    const empty = await until(read, hasFailed);
    expect(empty.units).toEqual(good.units);
    expect(empty.failure?.reason).toMatch(/listed 1 before/);
    kubernetes.kustomizations = [kustomization('wiki', {})];
    await until(read, hasRead);
  });

  it.each([
    {
      name: 'the token is refused',
      connection: { serviceAccountToken: 'wrong' },
      reason: /refused the token/,
    },
    {
      name: 'Flux is not installed',
      fault: { status: 404, body: '{}' },
      reason: /Install Flux/,
    },
    {
      name: 'the token may not list',
      fault: { status: 403, body: '{}' },
      reason: /Allow its service account "list"/,
    },
    {
      name: 'a proxy answers',
      fault: { status: 200, body: '<html>' },
      reason: /not a Kubernetes API/,
    },
    {
      name: 'an object has no name',
      fault: { status: 200, body: '{"items":[{"metadata":{}}]}' },
      reason: /items\.0\.metadata\.name/,
    },
  ])('knows nothing, and says why, where $name', async example => {
    const { connection, fault, reason } = example;
    if (fault) {
      kubernetes.fault = (_, response) => {
        response.writeHead(fault.status);
        response.end(fault.body);
      };
    }
    const read = await startPlugin({ connection });
    const snapshot = await until(read, hasFailed);
    expect(snapshot.failure?.reason).toMatch(reason);
    expect(snapshot.failure?.reason).not.toContain(token);
    expect(snapshot).toMatchObject({ units: [] });
    expect(snapshot).not.toHaveProperty('observedAt');
  });

  it.each([
    [{ connection: { name: 'other' } }, /has no cluster infra/],
    [{ connection: { serviceAccountToken: '' } }, /has no cluster infra/],
    [{ flux: { pollSeconds: 0 } }, /flux\.pollSeconds/],
  ])('does not start with %j', async (options, message) => {
    await expect(startPlugin(options)).rejects.toThrow(message);
  });
});
