import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, request as forward } from 'node:http';
import { promisify } from 'node:util';
import { people } from '../people/people';
import { edgitCluster } from '../platforms/simulatedPlatforms';
import { createWorld } from '../world/World';
import { Cluster } from './Cluster';
import { startKubernetes } from './startKubernetes';

const token = randomBytes(16).toString('hex');

async function start() {
  const world = createWorld({ people });
  const cluster = new Cluster({
    definition: edgitCluster,
    clock: world.clock,
    podStartMs: 5,
    historySize: 60,
  });
  const system = await startKubernetes(world, {
    port: 0,
    portalUrl: 'http://localhost:7007',
    tokens: {
      forge: '',
      argocd: '',
      kubernetes: token,
      oidcClientSecret: '',
      ceph: '',
    },
    cluster,
    bookmarkMs: 10,
  });
  cluster.apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'web' },
  });
  return { world, cluster, system };
}

let running: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  running = await start();
});
afterEach(async () => {
  await running.system.stop();
  running.cluster.stop();
});

function request(path: string, init: RequestInit = {}) {
  return fetch(`${running.system.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
}

async function get(path: string) {
  return (await request(path)).json();
}

function deploy(
  name: string,
  options: { image?: string; replicas?: number; node?: string } = {},
) {
  const labels = { 'app.kubernetes.io/name': name };
  return running.cluster.apply({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'web', labels },
    spec: {
      replicas: options.replicas ?? 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          nodeSelector: options.node && {
            'kubernetes.io/hostname': options.node,
          },
          tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
          containers: [
            { name, image: options.image ?? `ghcr.io/example/${name}:1.0` },
          ],
        },
      },
    },
  });
}

function configMap(name: string, value: string, labels = {}) {
  return running.cluster.apply({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'web', labels },
    data: { value },
  });
}

interface WatchEvent {
  type: string;
  object: {
    code?: number;
    reason?: string;
    metadata: { name: string; resourceVersion: string };
    status?: { phase?: string };
  };
}

/** Reads a watch until the events so far are enough. */
async function watch(
  path: string,
  isEnough: (events: WatchEvent[]) => boolean,
  onOpen: () => void = () => {},
): Promise<WatchEvent[]> {
  const response = await request(path);
  const events: WatchEvent[] = [];
  if (!response.body) {
    return events;
  }
  onOpen();
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    events.push(...lines.map(line => JSON.parse(line)));
    if (isEnough(events)) {
      break;
    }
  }
  return events;
}

const summary = (events: WatchEvent[]) =>
  events.map(({ type, object }) => `${type} ${object.metadata.name}`);

describe('reading', () => {
  it('lists the nodes as they stand in the rack', async () => {
    const { items } = await get('/api/v1/nodes');
    const nodes = items.map(
      (node: {
        metadata: { name: string };
        status: {
          nodeInfo: { architecture: string; kubeletVersion: string };
          addresses: { type: string; address: string }[];
        };
      }) => [
        node.metadata.name,
        node.status.nodeInfo.architecture,
        node.status.addresses.find(({ type }) => type === 'InternalIP')
          ?.address,
      ],
    );
    expect(nodes).toEqual([
      ['gx10', 'arm64', undefined],
      ['talos-cp-100', 'amd64', '192.168.0.100'],
      ['talos-cp-101', 'amd64', '192.168.0.101'],
      ['talos-cp-102', 'amd64', '192.168.0.102'],
      ['talos-wk-103', 'amd64', '192.168.0.103'],
      ['talos-wk-104', 'amd64', '192.168.0.104'],
      ['talos-wk-150', 'amd64', '192.168.0.150'],
      ['talos-wk-151', 'amd64', '192.168.0.151'],
    ]);
  });

  it('answers all that the Kubernetes plugin asks for', async () => {
    const paths = [
      '/version',
      '/api',
      '/apis',
      '/api/v1',
      '/apis/apps/v1',
      ...[
        'pods',
        'services',
        'configmaps',
        'limitranges',
        'resourcequotas',
        'persistentvolumes',
        'persistentvolumeclaims',
        'events',
      ].map(plural => `/api/v1/${plural}`),
      ...['deployments', 'replicasets', 'statefulsets', 'daemonsets'].map(
        plural => `/apis/apps/v1/${plural}`,
      ),
      '/apis/autoscaling/v2/horizontalpodautoscalers',
      '/apis/batch/v1/jobs',
      '/apis/batch/v1/cronjobs',
      '/apis/networking.k8s.io/v1/ingresses',
      '/apis/gateway.networking.k8s.io/v1/httproutes',
      '/apis/external-secrets.io/v1/externalsecrets',
      '/apis/argoproj.io/v1alpha1/applications',
      '/apis/metrics.k8s.io/v1beta1/namespaces/web/pods',
    ];
    const statuses = await Promise.all(
      paths.map(async path => [path, (await request(path)).status]),
    );
    expect(statuses).toEqual(paths.map(path => [path, 200]));
  });

  it('selects by labels and fields', async () => {
    configMap('one', '1', { tier: 'front', team: 'atlas' });
    configMap('two', '2', { tier: 'back' });
    configMap('three', '3');
    const select = async (query: string) => {
      const list = await get(`/api/v1/namespaces/web/configmaps?${query}`);
      return list.items.map(
        (item: { metadata: { name: string } }) => item.metadata.name,
      );
    };
    const label = (selector: string) =>
      select(`labelSelector=${encodeURIComponent(selector)}`);
    expect(await label('tier=front')).toEqual(['one']);
    expect(await label('tier!=front')).toEqual(['three', 'two']);
    expect(await label('tier in (front, back),team')).toEqual(['one']);
    expect(await label('tier notin (front)')).toEqual(['three', 'two']);
    expect(await label('!tier')).toEqual(['three']);
    expect(await select('fieldSelector=metadata.name%3Dtwo')).toEqual(['two']);

    for (const query of [
      'labelSelector=%3D%3D',
      'fieldSelector=data.value%3D1',
    ]) {
      const response = await request(`/api/v1/configmaps?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ reason: 'BadRequest' });
    }
  });

  it('pages a list, and refuses to go on after a change', async () => {
    ['a', 'b', 'c'].forEach(name => configMap(name, name));
    const path = '/api/v1/namespaces/web/configmaps?limit=2';
    const first = await get(path);
    expect(first.items).toHaveLength(2);
    expect(first.metadata.remainingItemCount).toBe(1);
    const next = `${path}&continue=${first.metadata.continue}`;
    expect((await get(next)).items).toHaveLength(1);
    configMap('d', 'd');
    const expired = await request(next);
    expect(expired.status).toBe(410);
    expect(await expired.json()).toMatchObject({
      kind: 'Status',
      reason: 'Expired',
    });
  });

  it.each([
    ['/api/v1/namespaces/web/pods/none', 'pods "none" not found'],
    [
      '/apis/apps/v1/namespaces/web/deployments/none',
      'deployments.apps "none" not found',
    ],
    [
      '/apis/example.com/v1/widgets',
      'the server could not find the requested resource',
    ],
  ])('has nothing at %s', async (path, message) => {
    const response = await request(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      reason: 'NotFound',
      code: 404,
      message,
    });
  });

  it('lets nobody in without the token, and nobody at secrets or changes', async () => {
    const stranger = await request('/api/v1/pods', {
      headers: { authorization: 'Bearer other' },
    });
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toMatchObject({
      kind: 'Status',
      reason: 'Unauthorized',
      code: 401,
    });

    const secrets = await request('/api/v1/namespaces/web/secrets');
    expect(secrets.status).toBe(403);
    expect((await secrets.json()).message).toContain(
      'cannot list resource "secrets" in API group "" in the namespace "web"',
    );

    configMap('kept', '1');
    const removal = await request('/api/v1/namespaces/web/configmaps/kept', {
      method: 'DELETE',
    });
    expect(removal.status).toBe(403);
    expect((await get('/api/v1/namespaces/web/configmaps/kept')).data).toEqual({
      value: '1',
    });
  });
});

describe('watching', () => {
  const configMaps = '/api/v1/namespaces/web/configmaps';

  it('goes on from a list without a gap', async () => {
    const { metadata } = await get(configMaps);
    configMap('before', '1');
    const events = await watch(
      `${configMaps}?watch=1&resourceVersion=${metadata.resourceVersion}`,
      seen => seen.length >= 4,
      () => {
        configMap('after', '1');
        configMap('after', '2');
        running.cluster.remove({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'before', namespace: 'web' },
        });
      },
    );
    expect(summary(events)).toEqual([
      'ADDED before',
      'ADDED after',
      'MODIFIED after',
      'DELETED before',
    ]);
    const versions = events.map(event =>
      Number(event.object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  it('begins with what is there when no version is given', async () => {
    configMap('one', '1');
    configMap('two', '1');
    const events = await watch(
      `${configMaps}?watch=true`,
      seen => seen.length >= 2,
    );
    expect(summary(events)).toEqual(['ADDED one', 'ADDED two']);
  });

  it('deletes for a selector what stops to match', async () => {
    configMap('one', '1', { tier: 'front' });
    const events = await watch(
      `${configMaps}?watch=1&labelSelector=tier%3Dfront`,
      seen => seen.length >= 3,
      () => {
        configMap('one', '1', { tier: 'back' });
        configMap('one', '1', { tier: 'front' });
      },
    );
    expect(summary(events)).toEqual(['ADDED one', 'DELETED one', 'ADDED one']);
  });

  it('sends bookmarks with the newest version', async () => {
    const { metadata } = await get(configMaps);
    const events = await watch(
      `${configMaps}?watch=1&allowWatchBookmarks=true&resourceVersion=${metadata.resourceVersion}`,
      seen => seen.length >= 1,
    );
    expect(events).toMatchObject([
      {
        type: 'BOOKMARK',
        object: {
          kind: 'ConfigMap',
          metadata: { resourceVersion: metadata.resourceVersion },
        },
      },
    ]);
  });

  it('tells 410 where the history no longer reaches, and ends', async () => {
    const { metadata } = await get(configMaps);
    Array.from({ length: 61 }, (_, index) => configMap('busy', String(index)));
    const events = await watch(
      `${configMaps}?watch=1&resourceVersion=${metadata.resourceVersion}`,
      () => false,
    );
    expect(events).toMatchObject([
      { type: 'ERROR', object: { code: 410, reason: 'Expired' } },
    ]);
  });
});

describe('workloads', () => {
  const pods = '/api/v1/namespaces/web/pods';

  it('come up on several nodes, with logs and metrics', async () => {
    await watch(
      `${pods}?watch=1`,
      seen =>
        seen.filter(({ object }) => object.status?.phase === 'Running')
          .length === 3,
      () => deploy('shop', { replicas: 3 }),
    );
    const list = await get(pods);
    const nodes = list.items.map(
      (pod: { spec: { nodeName: string } }) => pod.spec.nodeName,
    );
    expect(new Set(nodes).size).toBe(3);
    const [pod] = list.items;
    expect(pod.metadata.ownerReferences).toMatchObject([
      { kind: 'ReplicaSet', controller: true },
    ]);
    const deployment = await get(
      '/apis/apps/v1/namespaces/web/deployments/shop',
    );
    expect(deployment.status).toMatchObject({
      replicas: 3,
      availableReplicas: 3,
      unavailableReplicas: 0,
    });
    const metrics = await get(
      '/apis/metrics.k8s.io/v1beta1/namespaces/web/pods',
    );
    expect(metrics.items).toHaveLength(3);
    const log = await request(
      `${pods}/${pod.metadata.name}/log?container=shop&tailLines=1`,
    );
    expect(await log.text()).toBe('ready to serve requests\n');
  });

  it('keep what runs when the new image cannot be pulled', async () => {
    deploy('shop');
    await watch(`${pods}?watch=1`, seen =>
      seen.some(({ object }) => object.status?.phase === 'Running'),
    );
    deploy('shop', { image: 'ghcr.io/example/shop:broken' });
    await watch(`${pods}?watch=1`, seen =>
      JSON.stringify(seen).includes('ImagePullBackOff'),
    );
    const deployment = await get(
      '/apis/apps/v1/namespaces/web/deployments/shop',
    );
    expect(deployment.status).toMatchObject({
      replicas: 2,
      updatedReplicas: 1,
      availableReplicas: 1,
      conditions: [
        { type: 'Available', status: 'True' },
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
        },
      ],
    });
  });

  it('go where the node selector says, or wait', async () => {
    deploy('model', { node: 'gx10' });
    deploy('lost', { node: 'nowhere' });
    await watch(`${pods}?watch=1`, seen =>
      seen.some(({ object }) => object.status?.phase === 'Running'),
    );
    const { items } = await get(`${pods}?fieldSelector=spec.nodeName%3Dgx10`);
    expect(items).toHaveLength(1);
    const pending = await get(`${pods}?fieldSelector=status.phase%3DPending`);
    expect(pending.items).toMatchObject([
      { metadata: { labels: { 'app.kubernetes.io/name': 'lost' } } },
    ]);
  });

  it('go with their namespace', async () => {
    deploy('shop', { replicas: 2 });
    running.cluster.remove({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'web' },
    });
    expect((await get('/api/v1/pods')).items).toEqual([]);
    expect((await get('/apis/apps/v1/replicasets')).items).toEqual([]);
  });
});

it.each([
  ['unavailable', 503],
  ['forbidden', 403],
  ['rate-limited', 429],
] as const)('answers as an API server does when %s', async (kind, status) => {
  running.world.faults.set({ system: 'kubernetes', kind });
  expect((await request('/api/v1/pods')).status).toBe(status);
});

const hasKubectl = (() => {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

// The protocol is held by the tests above; kubectl is a second witness.
(hasKubectl ? describe : describe.skip)('kubectl', () => {
  /** Brings the token along, because kubectl sends none without TLS. */
  const proxy = createServer((incoming, outgoing) => {
    forward(
      `${running.system.url}${incoming.url}`,
      {
        method: incoming.method,
        headers: { ...incoming.headers, authorization: `Bearer ${token}` },
      },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    ).end();
  });
  beforeAll(
    () => new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve)),
  );
  afterAll(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  const kubectl = async (...parameters: string[]) => {
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { stdout } = await promisify(execFile)(
      'kubectl',
      [
        `--server=http://127.0.0.1:${port}`,
        '--kubeconfig=/dev/null',
        '--cache-dir=/dev/null',
        ...parameters,
      ],
      { timeout: 20_000 },
    );
    return stdout;
  };
  it('discovers, watches a rollout, lists and reads logs', async () => {
    deploy('shop');
    expect(
      await kubectl('rollout', 'status', '-n', 'web', 'deploy/shop'),
    ).toContain('successfully rolled out');
    expect(await kubectl('api-resources', '--output=name')).toContain(
      'httproutes.gateway.networking.k8s.io',
    );
    expect(await kubectl('get', 'deploy', '-n', 'web', '-o', 'name')).toBe(
      'deployment.apps/shop\n',
    );
    expect(await kubectl('get', 'nodes')).toContain('talos-wk-151');
    expect(await kubectl('logs', '-n', 'web', 'deploy/shop', '--tail=1')).toBe(
      'ready to serve requests\n',
    );
  });
});
