import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RunningSystem } from '../http/listen';
import { Cluster } from '../kubernetes/Cluster';
import { requireResourceType } from '../kubernetes/resourceTypes';
import { eventually } from '../platforms/__testUtils__/eventually';
import {
  type Commits,
  startCommits,
} from '../platforms/__testUtils__/startCommits';
import { simulatedPlatforms } from '../platforms/simulatedPlatforms';
import { startArgocd } from './startArgocd';

jest.setTimeout(60_000);

const token = randomBytes(16).toString('hex');
const apps = 'pitower/kubernetes/apps';
const setFile = 'pitower/kubernetes/argocd/appset-media.yaml';
const applicationSetType = requireResourceType(
  'argoproj.io/v1alpha1',
  'ApplicationSet',
);

const applicationSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    labels: z.record(z.string(), z.string()).default({}),
    ownerReferences: z
      .array(z.looseObject({ kind: z.string(), name: z.string() }))
      .default([]),
  }),
  spec: z.looseObject({
    source: z.looseObject({ path: z.string() }),
    destination: z.looseObject({ namespace: z.string() }),
  }),
  status: z.looseObject({
    sync: z.looseObject({ status: z.string() }),
    health: z.looseObject({ status: z.string() }),
    resources: z
      .array(
        z.looseObject({
          kind: z.string(),
          name: z.string(),
          namespace: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

let commits: Commits;
let cluster: Cluster;
let argocd: RunningSystem;
beforeAll(async () => {
  const definition = simulatedPlatforms.find(({ id }) => id === 'pitower');
  const [pitower] = definition?.clusters ?? [];
  if (!definition || pitower?.engine.kind !== 'argocd') {
    throw new Error('The sandbox does not know pitower.');
  }
  commits = await startCommits(definition);
  const { world, platform } = commits;
  cluster = new Cluster({
    clock: world.clock,
    definition: pitower,
    podStartMs: 10,
  });
  argocd = await startArgocd(world, {
    port: 0,
    portalUrl: 'http://localhost:7007',
    tokens: {
      forge: '',
      argocd: token,
      kubernetes: '',
      oidcClientSecret: '',
      ceph: '',
    },
    cluster,
    platform,
    system: pitower.engine.system,
    rootPath: pitower.engine.rootPath,
    syncMs: 10,
  });
});
afterAll(async () => {
  await argocd.stop();
  cluster.stop();
  await commits.stop();
});

async function list() {
  const response = await fetch(`${argocd.url}/api/v1/applications`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = z
    .object({ items: z.array(applicationSchema) })
    .parse(await response.json());
  return new Map(items.map(item => [item.metadata.name, item]));
}

const waitFor = (accept: (all: Awaited<ReturnType<typeof list>>) => void) =>
  eventually(list, accept);

it('generates an application a folder, named and labelled by it, and brings it up', async () => {
  const folders = (
    await commits.platform.repository.readTextFiles('main')
  ).keys();
  const expected = new Set(
    [...folders]
      .filter(path => path.startsWith(`${apps}/`))
      .map(path => path.split('/').slice(3, 5))
      .map(([category = '', app = '']) =>
        category === 'openebs' ? category : `${category}-${app}`,
      ),
  );
  const all = await waitFor(found => {
    expect([...found.keys()].sort()).toEqual(
      [...expected, 'argocd-bootstrap'].sort(),
    );
    expect(
      [...found.values()]
        .filter(
          ({ status }) =>
            status.sync.status !== 'Synced' ||
            status.health.status !== 'Healthy',
        )
        .map(({ metadata }) => metadata.name),
    ).toEqual([]);
  });
  expect(all.size).toBeGreaterThan(35);
  expect(all.get('selfhosted-miniflux')).toMatchObject({
    metadata: {
      labels: {
        'app.kubernetes.io/category': 'selfhosted',
        'app.kubernetes.io/name': 'miniflux',
      },
      ownerReferences: [{ kind: 'ApplicationSet', name: 'selfhosted' }],
    },
    spec: {
      source: { path: `${apps}/selfhosted/miniflux` },
      destination: { namespace: 'selfhosted' },
    },
  });
});

it('stands in for charts by their values, with labels of the application everywhere', async () => {
  const miniflux = (await list()).get('selfhosted-miniflux');
  expect(
    miniflux?.status.resources
      .map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)
      .sort(),
  ).toEqual([
    'Deployment selfhosted/miniflux',
    'ExternalSecret selfhosted/miniflux-db',
    'ExternalSecret selfhosted/miniflux-secret',
    'HTTPRoute selfhosted/miniflux',
    'Service selfhosted/miniflux',
  ]);
  const pods = cluster.store
    .list(requireResourceType('v1', 'Pod'), 'selfhosted')
    .filter(
      ({ metadata }) =>
        metadata.labels?.['backstage.io/kubernetes-id'] ===
        'selfhosted-miniflux',
    );
  expect(pods).toMatchObject([
    {
      spec: {
        containers: [{ image: 'ghcr.io/miniflux/miniflux:2.2.17' }],
      },
    },
  ]);
  const n8n = (await list()).get('selfhosted-n8n');
  expect(
    n8n?.status.resources
      .filter(({ kind }) => kind === 'HTTPRoute')
      .map(({ name }) => name),
  ).toEqual(['n8n-app', 'n8n-webhook']);
  const prometheus = (await list()).get('monitoring-kube-prometheus-stack');
  expect(prometheus?.status.resources).toMatchObject([
    { kind: 'StatefulSet', name: 'kube-prometheus-stack' },
  ]);
});

it('runs pods on machines of both kinds, and homepage where it asks to be', async () => {
  const architectures = new Map(
    cluster.store
      .list(requireResourceType('v1', 'Node'))
      .map(({ metadata }) => [
        metadata.name,
        metadata.labels?.['kubernetes.io/arch'],
      ]),
  );
  const podsOf = (name: string) =>
    cluster.store
      .list(requireResourceType('v1', 'Pod'))
      .filter(({ metadata }) => metadata.name.startsWith(name))
      .map(({ spec }) => {
        const { nodeName } = z
          .looseObject({ nodeName: z.string() })
          .parse(spec);
        return architectures.get(nodeName);
      });
  expect(new Set(podsOf(''))).toEqual(new Set(['amd64', 'arm64']));
  expect(podsOf('homepage-')).toEqual(['arm64']);
});

it('follows folders that come and go, and keeps its applications when the set itself is broken', async () => {
  const kustomization = await commits.read(
    `${apps}/media/jellyfin/kustomization.yaml`,
  );
  const values = await commits.read(`${apps}/media/jellyfin/values.yaml`);
  const claim = await commits.read(`${apps}/media/jellyfin/pvc.yaml`);
  await commits.commit({
    [`${apps}/media/komga/kustomization.yaml`]: kustomization.replaceAll(
      'jellyfin',
      'komga',
    ),
    [`${apps}/media/komga/pvc.yaml`]: claim.replaceAll('jellyfin', 'komga'),
    [`${apps}/media/komga/values.yaml`]: values.replaceAll('jellyfin', 'komga'),
  });
  await waitFor(all =>
    expect(all.get('media-komga')?.status).toMatchObject({
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
    }),
  );

  const set = await commits.read(setFile);
  await commits.commit({
    [setFile]: set.replace('{{.path.path}}', '{{.path.nowhere}}'),
    [`${apps}/media/komga/kustomization.yaml`]: null,
    [`${apps}/media/komga/pvc.yaml`]: null,
    [`${apps}/media/komga/values.yaml`]: null,
  });
  const readConditions = async () =>
    z
      .looseObject({
        status: z.looseObject({
          conditions: z.array(
            z.looseObject({ type: z.string(), status: z.string() }),
          ),
        }),
      })
      .parse(cluster.store.get(applicationSetType, 'argocd', 'media')).status
      .conditions;
  await eventually(readConditions, conditions =>
    expect(conditions).toMatchObject([
      {
        type: 'ErrorOccurred',
        status: 'True',
        message: expect.stringContaining('{{.path.nowhere}}'),
      },
      { type: 'ParametersGenerated', status: 'False' },
    ]),
  );
  expect([...(await list()).keys()]).toEqual(
    expect.arrayContaining(['media-komga', 'media-jellyfin']),
  );

  await commits.commit({ [setFile]: set });
  await waitFor(all => expect(all.has('media-komga')).toBe(false));
  expect((await list()).has('media-jellyfin')).toBe(true);
  expect(
    cluster.store.get(
      requireResourceType('apps/v1', 'Deployment'),
      'media',
      'komga',
    ),
  ).toBeUndefined();
});

it('has faults of its own', async () => {
  const ask = () =>
    fetch(`${argocd.url}/api/v1/applications`, {
      headers: { authorization: `Bearer ${token}` },
    });
  const { faults } = commits.world;
  faults.set({ system: 'argocd', kind: 'unavailable' });
  expect((await ask()).status).toBe(200);
  faults.set({ system: 'pitower-argocd', kind: 'unavailable' });
  expect((await ask()).status).toBe(503);
  faults.clear();
});
