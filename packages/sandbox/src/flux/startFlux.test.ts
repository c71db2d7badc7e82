import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RunningSystem } from '../http/listen';
import { Cluster } from '../kubernetes/Cluster';
import { startKubernetes } from '../kubernetes/startKubernetes';
import { eventually } from '../platforms/__testUtils__/eventually';
import {
  type Commits,
  startCommits,
} from '../platforms/__testUtils__/startCommits';
import { simulatedPlatforms } from '../platforms/simulatedPlatforms';
import { startFlux } from './startFlux';

jest.setTimeout(120_000);

const token = randomBytes(16).toString('hex');
const workloads = 'kubernetes/workloads';
const umami = `${workloads}/tenants/umami`;

const objectSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    generation: z.number().optional(),
    labels: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.looseObject({}).optional(),
  status: z
    .looseObject({
      observedGeneration: z.number().optional(),
      lastAppliedRevision: z.string().optional(),
      lastAttemptedRevision: z.string().optional(),
      inventory: z
        .looseObject({
          entries: z.array(z.object({ id: z.string(), v: z.string() })),
        })
        .optional(),
      conditions: z
        .array(
          z.looseObject({
            type: z.string(),
            status: z.string(),
            reason: z.string(),
            message: z.string(),
          }),
        )
        .default([]),
    })
    .optional(),
});
type FluxObject = z.infer<typeof objectSchema>;
const listSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string() }),
  items: z.array(objectSchema),
});

let commits: Commits;
const stops: (() => Promise<void> | void)[] = [];
const apis: Record<string, RunningSystem> = {};

beforeAll(async () => {
  const definition = simulatedPlatforms.find(({ id }) => id === 'monosense');
  if (!definition) {
    throw new Error('The sandbox does not know monosense.');
  }
  commits = await startCommits(definition);
  const { world, platform } = commits;
  for (const cluster of definition.clusters) {
    const { engine } = cluster;
    if (engine.kind !== 'flux') {
      throw new Error(`${cluster.name} has no Flux.`);
    }
    const simulated = new Cluster({
      clock: world.clock,
      definition: cluster,
      podStartMs: 10,
    });
    const api = await startKubernetes(world, {
      port: 0,
      portalUrl: 'http://localhost:7007',
      tokens: {
        forge: '',
        argocd: '',
        kubernetes: token,
        oidcClientSecret: '',
        ceph: '',
      },
      cluster: simulated,
      system: cluster.kubernetes,
    });
    const stopFlux = await startFlux(world, {
      ...engine,
      cluster: simulated,
      platform,
      reconcileMs: 10,
    });
    stops.push(stopFlux, () => simulated.stop(), api.stop);
    apis[cluster.name] = api;
  }
});
afterAll(async () => {
  await Promise.all(stops.map(stop => stop()));
  await commits.stop();
});
afterEach(() => commits.world.faults.clear());

function request(cluster: string, path: string) {
  return fetch(`${apis[cluster]?.url}/apis/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

const kustomizations =
  'kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations';

async function list(cluster: string, path: string) {
  return listSchema.parse(await (await request(cluster, path)).json());
}

async function find(cluster: string, path: string) {
  const response = await request(cluster, path);
  return response.ok ? objectSchema.parse(await response.json()) : undefined;
}

const kustomization = (cluster: string, name: string) =>
  find(cluster, `${kustomizations}/${name}`);

function toReady(object: FluxObject | undefined) {
  return object?.status?.conditions.find(({ type }) => type === 'Ready');
}

/** Waits until a Kustomization is ready, or not, for this reason. */
async function waitFor(
  cluster: string,
  name: string,
  reason: string,
  commit?: string,
) {
  return eventually(
    () => kustomization(cluster, name),
    object => {
      expect(toReady(object)?.reason).toBe(reason);
      if (commit) {
        expect(object?.status?.lastAttemptedRevision).toBe(
          `main@sha1:${commit}`,
        );
      }
    },
  );
}

async function settle(
  cluster: string,
  expected: Record<string, string | undefined>,
) {
  await eventually(
    () => list(cluster, kustomizations),
    ({ items }) =>
      expect(
        Object.fromEntries(
          items.map(item => [item.metadata.name, toReady(item)?.reason]),
        ),
      ).toEqual(expected),
  );
}

const reconciled = (names: string) =>
  Object.fromEntries(
    names.split(' ').map(name => [name, 'ReconciliationSucceeded']),
  );
const everywhere =
  'cert-manager cilium-gateway cloudnative-pg-operator external-dns external-secrets external-secrets-stores openebs rook-ceph-cluster rook-ceph-operator victoria-metrics';

describe('what Git asks of two clusters', () => {
  it('is brought about as far as it can be, and the rest says why not', async () => {
    await settle('infra', {
      ...reconciled(everywhere),
      ...reconciled(
        'cluster-infra-config cluster-infra-infrastructure cluster-infra-workloads cloudnative-pg-shared-cluster keycloak-operator cluster-identity-keycloak harbor',
      ),
      dashboards: 'BuildFailed',
    });
    await settle('apps', {
      ...reconciled(everywhere),
      ...reconciled(
        'cluster-apps-config cluster-apps-infrastructure cluster-apps-workloads strimzi-operator outline umami',
      ),
      'cluster-apps-messaging-kafka': undefined,
      dashboards: 'BuildFailed',
      mattermost: 'DependencyNotReady',
    });
    const head = await commits.platform.repository.resolveCommit('main');
    const certManager = await kustomization('infra', 'cert-manager');
    expect(certManager?.status).toMatchObject({
      observedGeneration: 1,
      lastAppliedRevision: `main@sha1:${head}`,
      lastAttemptedRevision: `main@sha1:${head}`,
      inventory: {
        entries: expect.arrayContaining([
          { id: '_cert-manager__Namespace', v: 'v1' },
          {
            id: 'cert-manager_cert-manager_helm.toolkit.fluxcd.io_HelmRelease',
            v: 'v2',
          },
        ]),
      },
    });
    expect(toReady(certManager)).toMatchObject({
      status: 'True',
      message: `Applied revision: main@sha1:${head}`,
    });
    const mattermost = await kustomization('apps', 'mattermost');
    expect(toReady(mattermost)).toMatchObject({
      status: 'False',
      message: expect.stringContaining(
        "'flux-system/dragonfly-cluster' not found",
      ),
    });
    expect(mattermost?.status).toMatchObject({ observedGeneration: -1 });
    expect(await kustomization('apps', 'vikunja')).toBeUndefined();
  });

  it('differs by the settings of the cluster, by patches and by components', async () => {
    const hostOf = async (cluster: string, path: string) =>
      (await find(cluster, `gateway.networking.k8s.io/v1/namespaces/${path}`))
        ?.spec?.hostnames;
    const metrics = 'observability/httproutes/victoria-metrics';
    expect(await hostOf('infra', metrics)).toEqual([
      'metrics.infra.monosense.io',
    ]);
    expect(await hostOf('apps', metrics)).toEqual([
      'metrics.apps.monosense.io',
    ]);
    expect(await hostOf('apps', 'outline/httproutes/outline')).toEqual([
      'outline.apps.monosense.io',
      'wiki.apps.monosense.io',
    ]);
    expect((await kustomization('apps', 'umami'))?.spec?.retryInterval).toBe(
      '3m',
    );
    expect((await kustomization('infra', 'harbor'))?.spec?.retryInterval).toBe(
      '1m',
    );
    const secrets = await list(
      'apps',
      'external-secrets.io/v1/namespaces/outline/externalsecrets',
    );
    expect(
      secrets.items.map(item => [item.metadata.name, item.spec]),
    ).toMatchObject([
      [
        'outline',
        { dataFrom: [{ extract: { key: 'clusters/apps/outline/app' } }] },
      ],
      [
        'outline-db',
        {
          dataFrom: [
            { extract: { key: 'clusters/infra/cloudnative-pg/outline' } },
          ],
        },
      ],
    ]);
    const release = await find(
      'apps',
      'helm.toolkit.fluxcd.io/v2/namespaces/outline/helmreleases/outline',
    );
    expect(JSON.stringify(release?.spec)).toContain('"BANNER":"${TODAY}"');
    expect(JSON.stringify(release?.spec)).toContain('"LOG_LEVEL":"info"');
  });

  it('has sources with artifacts, and releases with their history and workloads', async () => {
    const head = await commits.platform.repository.resolveCommit('main');
    const source = await find(
      'infra',
      'source.toolkit.fluxcd.io/v1/namespaces/flux-system/gitrepositories/flux-system',
    );
    expect(source?.status).toMatchObject({
      artifact: { revision: `main@sha1:${head}` },
    });
    const oci = await find(
      'apps',
      'source.toolkit.fluxcd.io/v1/namespaces/outline/ocirepositories/app-template',
    );
    expect(oci?.status).toMatchObject({
      artifact: {
        revision: expect.stringMatching(/^4\.6\.2@sha256:[0-9a-f]{64}$/),
      },
    });
    const harbor = await find(
      'infra',
      'helm.toolkit.fluxcd.io/v2/namespaces/harbor/helmreleases/harbor',
    );
    expect(harbor?.metadata.labels).toMatchObject({
      'kustomize.toolkit.fluxcd.io/name': 'harbor',
      'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
    });
    expect(harbor?.status).toMatchObject({
      lastAttemptedRevision: '1.18.0',
      history: [{ chartName: 'harbor', version: 1, status: 'deployed' }],
    });
    expect(toReady(harbor)).toMatchObject({
      status: 'True',
      reason: 'InstallSucceeded',
    });
    const deployment = await find(
      'infra',
      'apps/v1/namespaces/harbor/deployments/harbor',
    );
    expect(deployment?.status).toMatchObject({ readyReplicas: 1 });
    expect(deployment?.metadata.labels).toMatchObject({
      'backstage.io/kubernetes-id': 'harbor',
    });
  });
});

describe('a commit', () => {
  const change = async (path: string, from: string, to: string) => {
    const text = await commits.read(path);
    expect(text).toContain(from);
    return commits.commit({ [path]: text.replace(from, to) });
  };

  it('goes through every step a watch can see, dependencies first', async () => {
    const { metadata } = await list('apps', kustomizations);
    const watching = await request(
      'apps',
      `${kustomizations}?watch=true&timeoutSeconds=20&resourceVersion=${metadata.resourceVersion}`,
    );
    const commit = await change(
      `${umami}/app/deployment.yaml`,
      'umami:3.0.3',
      'umami:3.0.4',
    );
    const reader = watching.body
      ?.pipeThrough(new TextDecoderStream())
      .getReader();
    let text = '';
    const steps: string[] = [];
    while (steps.at(-1) !== 'umami True ReconciliationSucceeded') {
      const { value, done } = (await reader?.read()) ?? { done: true };
      expect(done).toBe(false);
      text += value;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const { object } = z
          .object({ object: objectSchema })
          .parse(JSON.parse(line));
        const ready = toReady(object);
        const step = `${object.metadata.name} ${ready?.status} ${ready?.reason}`;
        if (/^(cilium-gateway|umami) /.test(step) && step !== steps.at(-1)) {
          steps.push(step);
        }
      }
    }
    await reader?.cancel();
    expect(steps).toContain('cilium-gateway True ReconciliationSucceeded');
    expect(steps.slice(-2)).toEqual([
      'umami Unknown Progressing',
      'umami True ReconciliationSucceeded',
    ]);
    expect(steps).toContain('umami False DependencyNotReady');
    expect(
      (await kustomization('apps', 'umami'))?.status?.lastAppliedRevision,
    ).toBe(`main@sha1:${commit}`);
  });

  it('that does not build or does not become healthy leaves the last good one applied', async () => {
    const before = await kustomization('apps', 'umami');
    const good = before?.status?.lastAppliedRevision;
    const listFile = `${umami}/app/kustomization.yaml`;
    const broken = await change(
      listFile,
      '  - service.yaml\n',
      '  - nothing.yaml\n',
    );
    const failed = await waitFor('apps', 'umami', 'BuildFailed', broken);
    expect(toReady(failed)?.message).toContain('nothing.yaml: no such file');
    expect(failed?.status?.lastAppliedRevision).toBe(good);
    await change(listFile, '  - nothing.yaml\n', '  - service.yaml\n');
    await waitFor('apps', 'umami', 'ReconciliationSucceeded');

    const sick = await change(
      `${umami}/app/deployment.yaml`,
      'umami:3.0.4',
      'umami:broken',
    );
    const unhealthy = await waitFor('apps', 'umami', 'HealthCheckFailed', sick);
    expect(toReady(unhealthy)?.message).toContain('Deployment/umami/umami');
    expect(unhealthy?.status?.lastAppliedRevision).not.toBe(
      `main@sha1:${sick}`,
    );
    const fixed = await change(
      `${umami}/app/deployment.yaml`,
      'umami:broken',
      'umami:3.0.5',
    );
    const healed = await waitFor(
      'apps',
      'umami',
      'ReconciliationSucceeded',
      fixed,
    );
    expect(healed?.status?.lastAppliedRevision).toBe(`main@sha1:${fixed}`);
  });

  it('upgrades a release, resumes what was suspended, and takes away what is listed no more', async () => {
    await change(
      'kubernetes/clusters/infra/cluster-settings.yaml',
      'HARBOR_VERSION: 1.18.0',
      'HARBOR_VERSION: 1.18.1',
    );
    const path =
      'helm.toolkit.fluxcd.io/v2/namespaces/harbor/helmreleases/harbor';
    await eventually(
      () => find('infra', path),
      release => {
        expect(toReady(release)?.reason).toBe('UpgradeSucceeded');
        expect(release?.status).toMatchObject({
          observedGeneration: 2,
          history: [
            { version: 2, chartVersion: '1.18.1', status: 'deployed' },
            { version: 1, chartVersion: '1.18.0', status: 'superseded' },
          ],
        });
      },
    );

    await change(
      'kubernetes/clusters/apps/messaging.yaml',
      'suspend: true',
      'suspend: false',
    );
    await waitFor(
      'apps',
      'cluster-apps-messaging-kafka',
      'ReconciliationSucceeded',
    );
    await change(
      'kubernetes/clusters/apps/messaging.yaml',
      'suspend: false',
      'suspend: true',
    );
    await eventually(
      () => kustomization('apps', 'cluster-apps-messaging-kafka'),
      object => expect(object?.spec?.suspend).toBe(true),
    );
    const suspended = await kustomization(
      'apps',
      'cluster-apps-messaging-kafka',
    );
    const head = await change(
      `${workloads}/platform/messaging/kafka/kafka.yaml`,
      '4.1.0',
      '4.1.1',
    );
    await waitFor('apps', 'umami', 'ReconciliationSucceeded', head);
    expect(await kustomization('apps', 'cluster-apps-messaging-kafka')).toEqual(
      suspended,
    );

    await change(
      `${workloads}/tenants/kustomization.yaml`,
      '  - umami/ks.yaml\n',
      '',
    );
    await eventually(
      () => kustomization('apps', 'umami'),
      object => expect(object).toBeUndefined(),
    );
    expect(
      await find('apps', 'apps/v1/namespaces/umami/deployments/umami'),
    ).toBeUndefined();
    expect(await kustomization('apps', 'outline')).toMatchObject({
      metadata: { name: 'outline', namespace: 'flux-system' },
    });
  });
});

describe('controllers out of order', () => {
  it('fail one Kustomization, or do nothing at all, until the fault is cleared', async () => {
    const { faults } = commits.world;
    faults.set({ system: 'apps-flux', kind: 'forbidden', match: '/outline' });
    const settings = 'kubernetes/clusters/apps/cluster-settings.yaml';
    const text = await commits.read(settings);
    const commit = await commits.commit({
      [settings]: `${text}  EXTRA: one\n`,
    });
    const failed = await waitFor('apps', 'outline', 'ReconciliationFailed');
    expect(toReady(failed)?.message).toContain('is forbidden');
    await waitFor('infra', 'harbor', 'ReconciliationSucceeded', commit);
    faults.clear();
    await waitFor('apps', 'outline', 'ReconciliationSucceeded', commit);

    faults.set({ system: 'apps-flux', kind: 'unavailable' });
    const next = await commits.commit({ [settings]: `${text}  EXTRA: two\n` });
    await waitFor('infra', 'harbor', 'ReconciliationSucceeded', next);
    expect(
      (await kustomization('apps', 'outline'))?.status?.lastAppliedRevision,
    ).toBe(`main@sha1:${commit}`);
    faults.clear();
    await waitFor('apps', 'outline', 'ReconciliationSucceeded', next);
  });

  it('are told apart from a Kubernetes API that does not answer', async () => {
    commits.world.faults.set({
      system: 'apps-kubernetes',
      kind: 'unavailable',
    });
    expect((await request('apps', kustomizations)).status).toBe(503);
    expect((await request('infra', kustomizations)).status).toBe(200);
  });
});
