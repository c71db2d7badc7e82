import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type GitopsRepository,
  gitopsRepositoriesServiceRef,
} from '@internal/gitops-repository';
import { GitServer } from '@internal/gitops-repository/testUtils';
import {
  findingRowSchema,
  hostRowSchema,
  pageSchema,
  platformOverviewListSchema,
  secretRowSchema,
  unitRowSchema,
} from '@internal/plugin-platforms-common';
import request from 'supertest';
import { exampleFiles } from './__testUtils__/exampleFiles';
import { exampleProfile } from './__testUtils__/exampleProfile';
import { platformsPlugin } from './plugin';

jest.setTimeout(60_000);

describe('platformsPlugin', () => {
  let server: GitServer;
  let workingDirectory: string;
  let commit: string;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    workingDirectory = mkdtempSync(join(tmpdir(), 'platforms-'));
    server = await GitServer.start();
    commit = server.commit(exampleFiles(`${server.url}.git`));
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    server.fault = undefined;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(workingDirectory, { recursive: true, force: true });
  });

  async function start(
    result:
      AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const repositories: GitopsRepository[] = [];
    const platform = (cluster: string) => ({
      title: 'Example',
      repository: { url: server.url, pollSeconds: 3600 },
      clusters: [{ name: cluster }],
      profile: JSON.parse(
        JSON.stringify(exampleProfile).replaceAll('"edgit"', `"${cluster}"`),
      ),
    });
    const backend = await startTestBackend({
      features: [
        platformsPlugin,
        createBackendModule({
          pluginId: 'platforms',
          moduleId: 'spy',
          register(env) {
            env.registerInit({
              deps: { service: gitopsRepositoriesServiceRef },
              init: async ({ service }) => {
                repositories.push(...service.list());
              },
            });
          },
        }),
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            backend: { workingDirectory },
            platforms: { example: platform('edgit'), twin: platform('other') },
          },
        }),
      ],
    });
    stops.push(() => backend.stop());
    const refresh = () =>
      Promise.all(repositories.map(repository => repository.refresh()));
    const get = async (path: string) =>
      request(backend.server)
        .get(`/api/platforms${path}`)
        .set('authorization', mockCredentials.user.header());
    return { refresh, get };
  }

  it('tells what was read of each platform, and what failed since when', async () => {
    const { refresh, get } = await start();
    await refresh();
    const overview = async () =>
      platformOverviewListSchema.parse((await get('/platforms')).body).items;
    const [example, twin] = await overview();
    expect(twin.clusters).toEqual(['other']);
    expect(example).toMatchObject({
      id: 'example',
      title: 'Example',
      engine: 'argocd',
      repositoryUrl: server.url,
      branch: 'main',
      commit: { id: commit, url: `${server.url}/commit/${commit}` },
      pollSeconds: 3600,
      counts: {
        apps: 4,
        hosts: 2,
        gateways: 1,
        externalSecrets: 2,
        secretStores: 1,
        units: { declared: 6, wired: 5, buildable: 4 },
      },
    });
    expect(example.counts?.findings.error).toBeGreaterThan(0);
    expect(example.failure).toBeUndefined();

    server.fault = (_, response) => response.writeHead(503).end();
    await refresh();
    const [failed] = await overview();
    expect(failed.failure?.code).toBe('unreachable');
    expect(failed.failure?.reason).toContain(server.url);
    expect(failed.commit?.id).toBe(commit);
    expect(failed.observedAt).toBe(example.observedAt);
  });

  it('answers before the first commit with nothing but the platform', async () => {
    server.fault = (_, response) => response.writeHead(503).end();
    rmSync(workingDirectory, { recursive: true, force: true });
    const { refresh, get } = await start();
    await refresh();
    const [example] = platformOverviewListSchema.parse(
      (await get('/platforms')).body,
    ).items;
    expect(example).not.toHaveProperty('commit');
    expect(example).not.toHaveProperty('counts');
    expect((await get('/platforms/example/units')).body).toEqual({
      items: [],
      total: 0,
      facets: {},
    });
  });

  it('lists units by state, with the entity of each app', async () => {
    const { refresh, get } = await start();
    await refresh();
    const response = await get('/platforms/example/units');
    const { items, total, facets } = pageSchema(unitRowSchema).parse(
      response.body,
    );
    expect(total).toBe(6);
    expect(items.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'broken wired',
      'gateway buildable',
      'lost declared',
      'notes buildable',
      'root buildable',
      'wiki buildable',
    ]);
    expect(facets).toEqual({
      cluster: [{ value: 'edgit', count: 6 }],
      state: [
        { value: 'buildable', count: 4 },
        { value: 'declared', count: 1 },
        { value: 'wired', count: 1 },
      ],
    });
    expect(items[3]).toMatchObject({
      app: {
        name: 'notes',
        entityRef: 'component:default/notes',
        owner: 'group:default/atlas',
      },
      namespace: 'notes',
      source: {
        file: 'k8s/apps/notes.yaml',
        line: 1,
        url: `${server.url}/blob/${commit}/k8s/apps/notes.yaml#L1`,
      },
    });
    const narrowed = await get(
      '/platforms/example/units?state=buildable&offset=1&limit=2&cluster=edgit',
    );
    expect(narrowed.body).toMatchObject({
      total: 4,
      items: [{ name: 'notes' }, { name: 'root' }],
    });
    const twin = await get('/platforms/twin/units?q=NOTES%20yaml');
    expect(twin.body).toMatchObject({
      total: 1,
      items: [{ app: { entityRef: 'component:default/notes-other' } }],
    });
  });

  it('lists findings by app, severity and code, errors first', async () => {
    const { refresh, get } = await start();
    await refresh();
    const read = async (query: string) =>
      pageSchema(findingRowSchema).parse(
        (await get(`/platforms/example/findings?${query}`)).body,
      );
    const ofApp = await read('app=broken&cluster=edgit');
    expect(ofApp.items).toEqual([
      expect.objectContaining({
        code: 'missing-file',
        severity: 'error',
        app: {
          name: 'broken',
          entityRef: 'component:default/broken',
          owner: 'group:default/atlas',
        },
        source: {
          file: 'k8s/broken/kustomization.yaml',
          line: 1,
          url: `${server.url}/blob/${commit}/k8s/broken/kustomization.yaml#L1`,
        },
      }),
    ]);
    expect((await read('app=broken&cluster=elsewhere')).total).toBe(0);
    const all = await read('');
    expect(all.items[0].severity).toBe('error');
    const codes = all.facets.code.map(({ value }) => value);
    expect(codes).toContain('missing-file');
    const coded = await read('severity=error&code=missing-file&app=broken');
    expect(coded.total).toBe(1);
    expect(coded.facets).toEqual(all.facets);
  });

  it('lists hosts with route, gateway and app', async () => {
    const { refresh, get } = await start();
    await refresh();
    const { items } = pageSchema(hostRowSchema).parse(
      (await get('/platforms/example/hosts?q=notes')).body,
    );
    expect(items).toEqual([
      {
        host: 'notes.apps.example',
        cluster: 'edgit',
        routes: [
          {
            kind: 'HTTPRoute',
            name: 'notes',
            source: expect.objectContaining({ file: 'k8s/notes/route.yaml' }),
          },
        ],
        gateways: [
          {
            name: 'main',
            namespace: 'gateway',
            section: 'https',
            entityRef: 'resource:default/edgit.gateway.main',
          },
        ],
        apps: [
          {
            name: 'notes',
            entityRef: 'component:default/notes',
            owner: 'group:default/atlas',
          },
        ],
      },
    ]);
  });

  it('lists a secret key once, with all that read it', async () => {
    const { refresh, get } = await start();
    await refresh();
    const { items } = pageSchema(secretRowSchema).parse(
      (await get('/platforms/example/secrets')).body,
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      store: 'ClusterSecretStore/vault-backend',
      key: 'atlas/shared/mailbox',
      property: 'password',
      consumers: [
        { externalSecret: 'notes-mail', app: { name: 'notes' } },
        { externalSecret: 'wiki-mail', app: { name: 'wiki' } },
      ],
    });
  });

  it.each([
    '/platforms/example/units?limit=501',
    '/platforms/example/units?limit=0',
    '/platforms/example/units?offset=-1',
    '/platforms/example/hosts?state=wired',
    '/platforms/example/findings?app=a&app=b',
    '/platforms/example/secrets?constructor=1',
  ])('refuses %s', async path => {
    const { get } = await start();
    expect((await get(path)).status).toBe(400);
  });

  it('knows no other platform', async () => {
    const { get } = await start();
    for (const id of ['nothing', '__proto__', '..%2f..']) {
      expect((await get(`/platforms/${id}/units`)).status).toBe(404);
    }
  });

  it.each(
    ['', '/example/units', '/example/findings', '/example/hosts'].concat(
      '/example/secrets',
    ),
  )('asks for the permission on /platforms%s', async path => {
    const { get } = await start(AuthorizeResult.DENY);
    const response = await get(`/platforms${path}`);
    expect(response.status).toBe(403);
    expect(JSON.stringify(response.body)).toContain('platforms.platform.read');
  });
});
