import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { exampleProfile } from './__testUtils__/exampleProfile';
import {
  startPlatform,
  type TestPlatform,
} from './__testUtils__/startPlatform';
import { startPortal, type TestPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const manifest = (
  apiVersion: string,
  kind: string,
  metadata: object,
  spec: object = {},
) => JSON.stringify({ apiVersion, kind, metadata, spec });
const list = (resources: string[], more: object = {}) =>
  JSON.stringify({ resources, ...more });

const argocd = (
  name: string,
  options: {
    url: string;
    path: string;
    server?: string;
    labels?: object;
    annotations?: object;
  },
) =>
  manifest(
    'argoproj.io/v1alpha1',
    'Application',
    {
      name,
      namespace: 'argocd',
      labels: options.labels,
      annotations: options.annotations,
    },
    {
      project: 'apps',
      source: { repoURL: options.url, path: options.path },
      destination: {
        server: options.server ?? 'https://kubernetes.default.svc',
        namespace: 'notes',
      },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    },
  );

const route = (name: string, hostnames: string[]) =>
  manifest(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    { name },
    { hostnames, parentRefs: [{ name: 'main', namespace: 'gateway' }] },
  );

const catalogInfo = (name: string) =>
  [
    manifest('backstage.io/v1alpha1', 'Component', {
      name,
      description: 'Notes of everybody',
      tags: ['own-tag'],
      links: [{ url: 'https://wiki.example/notes', title: 'Wiki' }],
      annotations: { 'argocd/app-name': 'intruder' },
    }).replace(
      '"spec":{}',
      '"spec":{"owner":"atlas","system":"desk","lifecycle":"experimental","type":"website","dependsOn":["resource:default/intruder"]}',
    ),
    manifest('backstage.io/v1alpha1', 'User', { name: 'intruder' }),
  ].join('\n---\n');

describe('entities of an Argo CD platform', () => {
  let platform: TestPlatform;
  let portal: TestPortal;

  beforeAll(async () => {
    platform = await startPlatform(
      url => ({
        'k8s/root.yaml': argocd('root', { url, path: 'k8s/apps' }),
        'k8s/apps/kustomization.yaml': list([
          'notes.yaml',
          'notes-edge.yaml',
          'media-player.yaml',
          'wiki.yaml',
          'data.yaml',
        ]),
        'k8s/apps/notes.yaml': argocd('notes', {
          url,
          path: 'k8s/notes',
          labels: { app: 'notes', category: 'Desk Work' },
        }),
        'k8s/apps/notes-edge.yaml': argocd('notes-edge', {
          url,
          path: 'k8s/notes-edge',
          server: 'https://edge.example',
          labels: { app: 'notes' },
        }),
        'k8s/apps/media-player.yaml': argocd('media-player', {
          url,
          path: 'k8s/player',
          labels: { 'app.kubernetes.io/name': 'player' },
        }),
        'k8s/apps/wiki.yaml': argocd('wiki', { url, path: 'k8s/wiki' }),
        'k8s/apps/data.yaml': argocd('data', { url, path: 'k8s/data' }),
        'k8s/notes/kustomization.yaml': list(
          ['route.yaml', 'claim.yaml', 'database.yaml'],
          { namespace: 'notes' },
        ),
        'k8s/notes/route.yaml': route('notes', [
          'notes.example.org',
          '*.notes.example.org',
        ]),
        'k8s/notes/claim.yaml': manifest(
          'v1',
          'PersistentVolumeClaim',
          { name: 'notes-data' },
          {
            storageClassName: 'longhorn',
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: '5Gi' } },
          },
        ),
        'k8s/notes/database.yaml': [
          manifest(
            'postgresql.cnpg.io/v1',
            'Cluster',
            { name: 'notes' },
            { instances: 2, storage: { size: '10Gi' } },
          ),
          manifest(
            'postgresql.cnpg.io/v1',
            'Database',
            { name: 'archive' },
            { cluster: { name: 'notes' }, name: 'archive', owner: 'notes' },
          ),
          manifest(
            'postgresql.cnpg.io/v1',
            'Pooler',
            { name: 'notes-pooler' },
            { cluster: { name: 'notes' }, instances: 1, type: 'rw' },
          ),
        ].join('\n---\n'),
        'k8s/notes-edge/kustomization.yaml': list(['route.yaml']),
        'k8s/notes-edge/route.yaml': route('notes', ['notes.example.org']),
        'k8s/player/kustomization.yaml': list(['route.yaml']),
        'k8s/player/route.yaml': route('player', ['player.example.org']),
        'k8s/wiki/kustomization.yaml': list(['route.yaml']),
        'k8s/wiki/route.yaml': route('wiki', ['wiki.example.org']),
        'k8s/wiki/catalog-info.yaml': catalogInfo('wiki'),
        'k8s/data/kustomization.yaml': list(['route.yaml', 'missing.yaml']),
        'k8s/data/route.yaml': route('data', ['data.example.org']),
        'k8s/data/catalog-info.yaml': catalogInfo('something-else'),
        'terraform/keycloak/clients.tf': [
          'resource "keycloak_openid_client" "notes" {',
          '  realm_id            = data.keycloak_realm.edgit.id',
          '  client_id           = "notes"',
          '  valid_redirect_uris = ["https://player.example.org/callback"]',
          '}',
          '',
        ].join('\n'),
        'talos/nodes/machine-1.yaml': JSON.stringify({
          machine: {
            install: {
              image: 'factory.example/installer/abc:v1.12.4',
              diskSelector: { model: 'Model X' },
            },
            network: {
              hostname: 'machine-1',
              interfaces: [{ addresses: ['192.0.2.7/24'] }],
            },
          },
        }),
      }),
      {
        clusters: [{ name: 'edgit' }, { name: 'edge' }],
        profile: {
          ...exampleProfile,
          apps: { nameLabel: 'app', categoryLabel: 'category' },
          destinations: [
            { server: 'https://kubernetes.default.svc', cluster: 'edgit' },
            { server: 'https://edge.example', cluster: 'edge' },
          ],
          nodes: [
            {
              cluster: 'edgit',
              form: 'patches',
              directory: 'talos/nodes',
              role: 'worker',
            },
          ],
        },
      },
    );
    portal = await startPortal(platform.config);
    await portal.settle();
  });
  afterAll(async () => {
    await portal.stop();
    await platform.stop();
  });

  function entity(ref: string): Entity | undefined {
    return portal.entities().get(ref);
  }

  it('groups an app of several clusters under one System', () => {
    expect(entity('system:default/notes')).toMatchObject({
      spec: { owner: 'group:default/platform' },
    });
    for (const cluster of ['edgit', 'edge']) {
      expect(entity(`component:default/notes-${cluster}`)).toMatchObject({
        metadata: {
          title: 'notes',
          annotations: {
            'portal.internal/app': 'notes',
            'portal.internal/cluster': cluster,
            'backstage.io/kubernetes-cluster': cluster,
          },
        },
        spec: { system: 'notes' },
      });
    }
    expect(entity('component:default/notes-edge')).toMatchObject({
      metadata: { annotations: { 'argocd/app-name': 'notes-edge' } },
    });
  });

  it('relates an app to its databases, claims and hosts, and tags it', () => {
    expect(entity('component:default/notes-edgit')).toMatchObject({
      metadata: { tags: ['argocd', 'category-desk-work', 'pattern-d'] },
      spec: {
        dependsOn: [
          'resource:default/edgit',
          'resource:default/edgit.notes.notes.database',
          'resource:default/edgit.notes.notes.archive.database',
          'resource:default/edgit.notes.notes-data.volume-claim',
        ],
        providesApis: expect.arrayContaining([
          'api:default/edgit.notes.example.org',
          'api:default/wildcard.notes.example.org',
        ]),
      },
    });
    expect(entity('resource:default/edgit.notes.notes.database')).toMatchObject(
      {
        metadata: { title: 'notes/notes' },
        spec: { type: 'database', dependsOn: ['resource:default/edgit'] },
      },
    );
    expect(
      entity('resource:default/edgit.notes.notes.archive.database'),
    ).toMatchObject({
      spec: {
        dependsOn: [
          'resource:default/edgit',
          'resource:default/edgit.notes.notes.database',
        ],
      },
    });
    expect(
      entity('resource:default/edgit.notes.notes-data.volume-claim'),
    ).toMatchObject({
      metadata: { description: 'Volume claim, 5Gi, longhorn' },
      spec: { type: 'volume-claim', owner: 'group:default/platform' },
    });
  });

  it('describes a host in YAML, and names one that two clusters serve after each', () => {
    const api = entity('api:default/wildcard.notes.example.org');
    expect(api).toMatchObject({
      metadata: { title: '*.notes.example.org' },
      spec: {
        type: 'http',
        lifecycle: 'production',
        owner: 'group:default/platform',
        system: 'notes',
      },
    });
    expect(parse(String(api?.spec?.definition))).toEqual({
      host: '*.notes.example.org',
      cluster: 'edgit',
      gateways: [{ name: 'main', namespace: 'gateway' }],
      routes: [
        {
          kind: 'HTTPRoute',
          name: 'notes',
          namespace: 'notes',
          paths: ['/'],
          app: 'notes',
          file: 'k8s/notes/route.yaml',
        },
      ],
    });
    expect(entity('api:default/edge.notes.example.org')).toMatchObject({
      metadata: {
        title: 'notes.example.org',
        links: [
          { url: 'https://notes.example.org', title: 'notes.example.org' },
        ],
      },
    });
    expect(api?.metadata.links).toBeUndefined();
    expect(entity('api:default/notes.example.org')).toBeUndefined();
  });

  it('knows machines and login clients', () => {
    expect(entity('resource:default/edgit.machine-1')).toMatchObject({
      metadata: {
        title: 'machine-1',
        description:
          'Worker, 192.0.2.7, install disk with model: Model X, Talos v1.12.4',
        tags: ['worker'],
      },
      spec: { type: 'talos-node', dependsOn: ['resource:default/edgit'] },
    });
    expect(
      entity('resource:default/edgit.edgit.notes.login-client'),
    ).toMatchObject({
      metadata: { title: 'notes' },
      spec: { type: 'login-client' },
    });
  });

  it('titles an app by the name its objects carry', () => {
    expect(entity('component:default/media-player')).toMatchObject({
      metadata: { title: 'player' },
    });
  });

  it('lets the catalog-info.yaml beside an app win, and takes nothing else of it', () => {
    expect(entity('component:default/wiki')).toMatchObject({
      metadata: {
        description: 'Notes of everybody',
        tags: ['own-tag'],
        links: [{ url: 'https://wiki.example/notes', title: 'Wiki' }],
        annotations: {
          'argocd/app-name': 'wiki',
          'portal.internal/owner-reason': 'catalog-info.yaml',
        },
      },
      spec: {
        owner: 'group:default/atlas',
        system: 'desk',
        lifecycle: 'experimental',
        type: 'website',
      },
    });
    expect(entity('system:default/desk')).toMatchObject({
      spec: { owner: 'group:default/atlas' },
    });
    expect(JSON.stringify([...portal.entities()])).not.toContain('intruder');
    expect(entity('component:default/data')?.metadata.tags).toEqual([
      'argocd',
      'pattern-d',
    ]);
  });

  it('counts the findings of an app', () => {
    expect(entity('component:default/data')).toMatchObject({
      metadata: { annotations: { 'portal.internal/findings': '1' } },
    });
    expect(entity('component:default/wiki')).toMatchObject({
      metadata: { annotations: { 'portal.internal/findings': '0' } },
    });
  });
});

describe('entities of a Flux platform', () => {
  it('name their Kustomizations and no Application', async () => {
    const platform = await startPlatform(
      () => ({
        'clusters/apps/notes.yaml': manifest(
          'kustomize.toolkit.fluxcd.io/v1',
          'Kustomization',
          { name: 'notes', namespace: 'flux-system' },
          {
            path: './apps/notes',
            sourceRef: { kind: 'GitRepository', name: 'flux-system' },
            targetNamespace: 'desk',
          },
        ),
        'clusters/apps/source.yaml': manifest(
          'source.toolkit.fluxcd.io/v1',
          'GitRepository',
          { name: 'flux-system', namespace: 'flux-system' },
          { url: 'ssh://git@forge.example/team/repository' },
        ),
        'apps/notes/deployment.yaml': manifest(
          'apps/v1',
          'Deployment',
          { name: 'notes' },
          {
            template: {
              spec: { containers: [{ name: 'app', image: 'notes:1' }] },
            },
          },
        ),
      }),
      {
        clusters: [{ name: 'apps' }],
        profile: {
          engine: 'flux',
          roots: [{ cluster: 'apps', path: 'clusters/apps' }],
          repositoryUrls: ['ssh://git@forge.example/team/repository'],
          owners: { default: 'group:default/platform' },
        },
      },
    );
    const portal = await startPortal(platform.config);
    await portal.settle();
    const annotations =
      portal.entities().get('component:default/notes')?.metadata.annotations ??
      {};
    expect(annotations).toMatchObject({
      'portal.internal/flux-kustomization': 'flux-system/notes',
      'backstage.io/kubernetes-label-selector':
        'app.kubernetes.io/name in (notes)',
      'backstage.io/kubernetes-namespace': 'desk',
    });
    expect(annotations).not.toHaveProperty('argocd/app-name');
    await portal.stop();
    await platform.stop();
  });
});
