import { randomBytes } from 'node:crypto';
import { stringify } from 'yaml';
import type { FileChange } from '../git/writeCommit';
import { startCommits } from '../platforms/__testUtils__/startCommits';
import { edgitCluster, edgitPlatform } from '../platforms/simulatedPlatforms';
import { Cluster } from '../kubernetes/Cluster';
import { requireResourceType } from '../kubernetes/resourceTypes';
import { startArgocd } from './startArgocd';

// Other tests run beside this one.
jest.setTimeout(60_000);

const forgeUrl = 'http://localhost:7401';
const ownRepository = `${forgeUrl}/edgit/edgit-k8s.git`;
const token = randomBytes(16).toString('hex');
const podType = requireResourceType('v1', 'Pod');

async function start() {
  const commits = await startCommits(edgitPlatform);
  const { world, platform } = commits;
  const cluster = new Cluster({
    clock: world.clock,
    definition: edgitCluster,
    podStartMs: 20,
  });
  const argocd = await startArgocd(world, {
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
    syncMs: 20,
  });
  const stop = async () => {
    await argocd.stop();
    cluster.stop();
    await commits.stop();
  };
  const commit = async (message: string, files: Record<string, FileChange>) => {
    const outcome = await platform.repository.commit({
      branch: 'main',
      author: { name: 'Ada', email: 'ada@example.com', date: new Date() },
      message,
      files,
    });
    if (outcome.outcome !== 'committed') {
      throw new Error('The main branch moved.');
    }
    return outcome.oid;
  };
  return { world, cluster, platform, argocd, stop, commit };
}

let running: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  running = await start();
});
afterAll(() => running.stop());
afterEach(() => running.world.faults.clear());

function request(path: string, authorization = `Bearer ${token}`) {
  return fetch(`${running.argocd.url}/api/v1${path}`, {
    headers: { authorization },
  });
}

async function get(path: string) {
  const response = await request(path);
  return { status: response.status, body: await response.json() };
}

/** Asks until the answer is as expected, and fails with the last answer. */
async function eventually(path: string, expected: object) {
  const giveUp = Date.now() + 10_000;
  for (;;) {
    const { body } = await get(path);
    try {
      expect(body).toMatchObject(expected);
      return body;
    } catch (error) {
      if (Date.now() > giveUp) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

function toApplicationFile(name: string, path: string): string {
  return stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      labels: { team: 'atlas' },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'apps',
      source: { repoURL: ownRepository, targetRevision: 'main', path },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: name,
      },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true'],
      },
    },
  });
}

function toDeploymentFile(name: string, tag: string): string {
  const labels = { 'app.kubernetes.io/name': name };
  return stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name, image: `ghcr.io/example/${name}:${tag}` }],
        },
      },
    },
  });
}

async function listApps(change?: { add?: string; remove?: string }) {
  const text = await running.platform.repository.readFile(
    'main',
    'k8s/apps/kustomization.yaml',
  );
  const lines = String(text)
    .split('\n')
    .filter(line => line !== `  - ${change?.remove}.yaml` && line !== '');
  return [
    ...lines,
    ...(change?.add ? [`  - ${change.add}.yaml`] : []),
    '',
  ].join('\n');
}

function listPods(namespace: string) {
  return running.cluster.store
    .list(podType, namespace)
    .map(pod => pod.metadata.name);
}

describe('the repository of the sandbox', () => {
  it('becomes healthy as a whole', async () => {
    const commit = await running.platform.repository.resolveCommit('main');
    await eventually('/applications/root', {
      status: {
        sync: { status: 'Synced', revision: commit },
        health: { status: 'Healthy' },
      },
    });
    const { body } = await get('/applications');
    const names: string[] = body.items.map(
      (item: { metadata: { name: string } }) => item.metadata.name,
    );
    for (const name of names) {
      await eventually(`/applications/${name}`, {
        status: {
          sync: { status: 'Synced' },
          health: { status: 'Healthy' },
          operationState: { phase: 'Succeeded' },
        },
      });
    }
    expect(names).toEqual(
      expect.arrayContaining(['root', 'paperless', 'keycloak', 'qdrant']),
    );
  });

  it('shows each source of an Application with its own revision', async () => {
    const commit = await running.platform.repository.resolveCommit('main');
    const { body } = await get('/applications/keycloak');
    expect(body.status.sync.revision).toBeUndefined();
    expect(body.status.sync.revisions).toEqual(['24.6.4', commit, commit]);
    expect(body.status.sourceTypes).toEqual(['Helm', 'Directory', 'Kustomize']);
    expect(body.status.history).toMatchObject([
      { id: 0, revisions: ['24.6.4', commit, commit] },
    ]);
  });

  it('brings up what an application of plain manifests declares', async () => {
    const { body } = await get('/applications/paperless/resource-tree');
    const kinds = body.nodes.map((node: { kind: string }) => node.kind);
    expect(new Set(kinds)).toEqual(
      new Set([
        'Namespace',
        'Deployment',
        'Service',
        'PersistentVolumeClaim',
        'HTTPRoute',
        'ExternalSecret',
        'ReplicaSet',
        'Pod',
      ]),
    );
    const { body: application } = await get('/applications/paperless');
    expect(application.status.summary.images).toEqual([
      'ghcr.io/paperless-ngx/paperless-ngx:2.14.7',
    ]);
  });
});

describe('a change of the main branch', () => {
  it('brings an application up, lets it fail, recovers it and takes it away', async () => {
    const added = await running.commit('Add the greeter', {
      'k8s/apps/greeter.yaml': toApplicationFile('greeter', 'k8s/greeter'),
      'k8s/apps/kustomization.yaml': await listApps({ add: 'greeter' }),
      'k8s/greeter/deployment.yaml': toDeploymentFile('greeter', '1.0.0'),
    });
    await eventually('/applications/greeter', {
      status: {
        sync: { status: 'Synced', revision: added },
        health: { status: 'Healthy' },
        operationState: {
          phase: 'Succeeded',
          syncResult: { revision: added },
        },
        summary: { images: ['ghcr.io/example/greeter:1.0.0'] },
      },
    });
    const healthyPods = listPods('greeter');
    expect(healthyPods).toHaveLength(2);

    const broken = await running.commit('Break the greeter', {
      'k8s/greeter/deployment.yaml': toDeploymentFile('greeter', 'broken'),
    });
    await eventually('/applications/greeter', {
      status: {
        sync: { status: 'Synced', revision: broken },
        health: { status: 'Degraded' },
      },
    });
    expect(listPods('greeter')).toEqual(expect.arrayContaining(healthyPods));

    const repaired = await running.commit('Repair the greeter', {
      'k8s/greeter/deployment.yaml': toDeploymentFile('greeter', '1.0.1'),
    });
    await eventually('/applications/greeter', {
      status: {
        sync: { revision: repaired },
        health: { status: 'Healthy' },
        history: [
          { id: 0, revision: added },
          { id: 1, revision: broken },
          { id: 2, revision: repaired },
        ],
      },
    });
    expect(listPods('greeter')).toHaveLength(2);
    expect(listPods('greeter')).not.toEqual(
      expect.arrayContaining(healthyPods),
    );

    await running.commit('Remove the greeter', {
      'k8s/apps/greeter.yaml': null,
      'k8s/apps/kustomization.yaml': await listApps({ remove: 'greeter' }),
      'k8s/greeter/deployment.yaml': null,
    });
    await eventually('/applications/greeter?project=apps', { code: 5 });
    expect(listPods('greeter')).toEqual([]);
  });

  it('is not synced while a difference waits, and names what is missing', async () => {
    await running.commit('Point to nothing', {
      'k8s/apps/astray.yaml': toApplicationFile('astray', 'k8s/nowhere'),
      'k8s/apps/kustomization.yaml': await listApps({ add: 'astray' }),
    });
    const body = await eventually('/applications/astray', {
      status: {
        sync: { status: 'Unknown' },
        health: { status: 'Unknown' },
        conditions: [{ type: 'ComparisonError' }],
      },
    });
    expect(body.status.conditions[0].message).toContain(
      'k8s/nowhere: app path does not exist',
    );
    await running.commit('Take it back', {
      'k8s/apps/astray.yaml': null,
      'k8s/apps/kustomization.yaml': await listApps({ remove: 'astray' }),
    });
    await eventually('/applications/astray?project=apps', { code: 5 });
  });

  it('fails the sync of a kind the cluster does not know', async () => {
    await running.commit('Ask for a Widget', {
      'k8s/apps/widget.yaml': toApplicationFile('widget', 'k8s/widget'),
      'k8s/apps/kustomization.yaml': await listApps({ add: 'widget' }),
      'k8s/widget/widget.yaml': stringify({
        apiVersion: 'example.com/v1',
        kind: 'Widget',
        metadata: { name: 'widget' },
      }),
    });
    const { status } = await eventually('/applications/widget', {
      status: { operationState: { phase: 'Failed' } },
    });
    expect(status).toMatchObject({
      sync: { status: 'OutOfSync' },
      health: { status: 'Missing' },
      operationState: {
        message: 'one or more objects failed to apply',
        syncResult: { resources: [{ kind: 'Widget', status: 'SyncFailed' }] },
      },
    });
    await running.commit('Take it back', {
      'k8s/apps/widget.yaml': null,
      'k8s/apps/kustomization.yaml': await listApps({ remove: 'widget' }),
      'k8s/widget/widget.yaml': null,
    });
    await eventually('/applications/widget?project=apps', { code: 5 });
  });
});

describe('the API', () => {
  it('asks for a session, and gives one', async () => {
    expect(await (await request('/applications', 'Bearer x')).json()).toEqual({
      error: 'invalid session: token is malformed',
      message: 'invalid session: token is malformed',
      code: 16,
    });
    const anonymous = await fetch(`${running.argocd.url}/api/v1/applications`);
    expect(anonymous.status).toBe(401);
    expect(await anonymous.json()).toMatchObject({
      error: 'no session information',
    });
    const session = (password: string) =>
      fetch(`${running.argocd.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'portal', password }),
      });
    expect((await session('wrong')).status).toBe(401);
    expect(await (await session(token)).json()).toEqual({ token });
    expect(
      await (await fetch(`${running.argocd.url}/api/version`)).json(),
    ).toEqual({ Version: expect.stringMatching(/^v3\./) });
  });

  it('narrows by project and selector and projects fields', async () => {
    const { body: infrastructure } = await get(
      '/applications?project=infrastructure&fields=items.metadata.name,items.spec.project',
    );
    expect(infrastructure.items).toContainEqual({
      metadata: { name: 'gateway' },
      spec: { project: 'infrastructure' },
    });
    expect(JSON.stringify(infrastructure)).not.toContain('paperless');
    const { body: none } = await get('/applications?selector=team%3Dnobody');
    expect(none.items).toEqual([]);
    const { status } = await get('/applications?selector=%3D%3D');
    expect(status).toBe(400);
  });

  it('hides whether an application exists from who names no project', async () => {
    expect(await get('/applications/nobody')).toEqual({
      status: 403,
      body: {
        error: 'permission denied',
        message: 'permission denied',
        code: 7,
      },
    });
    const { status, body } = await get('/applications/nobody?project=apps');
    expect(status).toBe(404);
    expect(body.message).toBe('applications.argoproj.io "nobody" not found');
  });

  it('tells who wrote a commit, and fails for the version of a chart', async () => {
    const commit = await running.commit('Say hello\n\nWith a body', {
      'NOTES.md': 'hello\n',
    });
    const { body } = await get(
      `/applications/paperless/revisions/${commit}/metadata`,
    );
    expect(body).toMatchObject({
      author: 'Ada <ada@example.com>',
      message: 'Say hello\n\nWith a body',
    });
    const chart = await get('/applications/qdrant/revisions/1.14.0/metadata');
    expect(chart.status).toBe(500);
    expect(chart.body.code).toBe(2);
  });

  it('has a page for every application, which needs no session', async () => {
    const page = await fetch(
      `${running.argocd.url}/applications/argocd/paperless`,
    );
    expect(await page.text()).toContain('PersistentVolumeClaim');
    const missing = await fetch(
      `${running.argocd.url}/applications/argocd/nobody`,
    );
    expect(missing.status).toBe(404);
  });

  it.each([
    ['unavailable', 503],
    ['forbidden', 403],
    ['rate-limited', 429],
  ] as const)('answers as Argo CD does when %s', async (kind, status) => {
    running.world.faults.set({ system: 'argocd', kind });
    expect((await request('/applications')).status).toBe(status);
  });
});
