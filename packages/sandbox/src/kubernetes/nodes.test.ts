import {
  edgitCluster,
  simulatedPlatforms,
} from '../platforms/simulatedPlatforms';
import {
  startTestCluster,
  type TestCluster,
  toClaim,
  toDeployment,
} from './__testUtils__/startTestCluster';
import type { ClusterDefinition } from './Cluster';
import type { Manifest } from './KubernetesObject';

// Other tests run beside this one.
jest.setTimeout(30_000);

const pods = '/api/v1/namespaces/web/pods';
const deployments = '/apis/apps/v1/namespaces/web/deployments';
const budgets = '/apis/policy/v1/namespaces/web/poddisruptionbudgets';

let running: TestCluster | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** pitower: AMD64 and ARM64 side by side, all of which take pods. */
async function start(
  options: { definition?: ClusterDefinition; tolerationMs?: number } = {},
): Promise<TestCluster> {
  const [pitower = edgitCluster] = simulatedPlatforms
    .flatMap(({ clusters }) => clusters)
    .filter(({ name }) => name === 'pitower');
  running = await startTestCluster(options.definition ?? pitower, options);
  return running;
}

async function readNodes(test: TestCluster, app: string) {
  const items = await test.list(`${pods}?labelSelector=app%3D${app}`);
  return items.map(({ spec }) => spec.nodeName);
}

/** Says why the only pod of an app is on no node. */
async function readObstacle(test: TestCluster, app: string) {
  const [pod] = await test.list(`${pods}?labelSelector=app%3D${app}`);
  const found = /0\/\d+ nodes are available: ([^"]+)/.exec(JSON.stringify(pod));
  return found?.[1];
}

const requireArchitecture = (operator: string, ...values: string[]) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          {
            matchExpressions: [{ key: 'kubernetes.io/arch', operator, values }],
          },
        ],
      },
    },
  },
});

const budget = (name: string, rule: Record<string, unknown>): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: 'web' },
  spec: { ...rule, selector: { matchLabels: { app: name } } },
});

describe('a pod', () => {
  it('goes to machines of its architecture alone', async () => {
    const test = await start();
    test.apply(
      toDeployment('intel', {
        replicas: 12,
        pod: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } },
      }),
    );
    test.apply(
      toDeployment('arm', {
        replicas: 12,
        pod: requireArchitecture('NotIn', 'amd64'),
      }),
    );
    expect(new Set(await readNodes(test, 'intel'))).toEqual(
      new Set([1, 2, 3, 4, 5].map(index => `worker-0${index}`)),
    );
    expect(new Set(await readNodes(test, 'arm'))).toEqual(
      new Set([1, 2, 3, 4, 5].map(index => `worker-pi-0${index}`)),
    );
  });

  it('goes where there is room for what it asks for, and waits when there is none', async () => {
    const test = await start();
    // Three machines have 32 GiB, on which two of these do not fit side by side.
    test.apply(
      toDeployment('large', { replicas: 4, requests: { memory: '20Gi' } }),
    );
    const nodes = await readNodes(test, 'large');
    expect(nodes.filter(node => node !== undefined).sort()).toEqual([
      'worker-01',
      'worker-02',
      'worker-03',
    ]);
    test.apply(
      toDeployment('huge', {
        requests: { cpu: '64' },
        pod: { nodeSelector: { 'kubernetes.io/arch': 'arm64' } },
      }),
    );
    expect(await readObstacle(test, 'huge')).toBe(
      "5 Insufficient cpu, 5 node(s) didn't match Pod's node affinity/selector.",
    );
    test.cluster.remove(toDeployment('large'));
    test.apply(toDeployment('next', { requests: { memory: '20Gi' } }));
    expect(await readNodes(test, 'next')).not.toContain(undefined);
  });

  it('keeps off taints that it does not tolerate, and off its like', async () => {
    const test = await start({ definition: edgitCluster });
    test.apply(
      toDeployment('model', {
        pod: { nodeSelector: { 'kubernetes.io/hostname': 'gx10' } },
      }),
    );
    expect(await readObstacle(test, 'model')).toContain(
      '1 node(s) had untolerated taint {nvidia.com/gpu: present}',
    );
    test.apply(
      toDeployment('spread', {
        replicas: 5,
        pod: {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  labelSelector: { matchLabels: { app: 'spread' } },
                  topologyKey: 'kubernetes.io/hostname',
                },
              ],
            },
          },
        },
      }),
    );
    const nodes = await readNodes(test, 'spread');
    expect(nodes.sort()).toEqual([
      'talos-wk-103',
      'talos-wk-104',
      'talos-wk-150',
      'talos-wk-151',
      undefined,
    ]);
    test.apply({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent', namespace: 'web' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: {
          metadata: { labels: { app: 'agent' } },
          spec: {
            tolerations: [{ operator: 'Exists' }],
            containers: [{ name: 'agent', image: 'agent:1' }],
          },
        },
      },
    });
    expect(new Set(await readNodes(test, 'agent')).size).toBe(8);
  });

  it('is named and placed the same at every start', async () => {
    const place = async (...order: string[]) => {
      const test = await start();
      order.forEach(name => test.apply(toDeployment(name, { replicas: 2 })));
      const items = await test.list(pods);
      await test.stop();
      running = undefined;
      return items.map(({ metadata, spec }) => [
        metadata.name,
        metadata.uid,
        spec.nodeName,
      ]);
    };
    expect(await place('shop', 'blog')).toEqual(await place('blog', 'shop'));
  });
});

describe('a budget', () => {
  it.each([
    [{ minAvailable: 1 }, { desiredHealthy: 1, disruptionsAllowed: 3 }],
    [{ minAvailable: 4 }, { desiredHealthy: 4, disruptionsAllowed: 0 }],
    [{ minAvailable: '30%' }, { desiredHealthy: 2, disruptionsAllowed: 2 }],
    [{ maxUnavailable: 1 }, { desiredHealthy: 3, disruptionsAllowed: 1 }],
    [{ maxUnavailable: '50%' }, { desiredHealthy: 2, disruptionsAllowed: 2 }],
    [{ maxUnavailable: 0 }, { desiredHealthy: 4, disruptionsAllowed: 0 }],
  ])('of %j is counted', async (rule, counted) => {
    const test = await start();
    test.apply(budget('shop', rule));
    expect(await test.get(`${budgets}/shop`)).toMatchObject({
      status: { expectedPods: 0, disruptionsAllowed: 0 },
    });
    test.apply(toDeployment('shop', { replicas: 4 }));
    await test.waitFor(`${budgets}/shop`, {
      status: {
        ...counted,
        observedGeneration: 1,
        expectedPods: 4,
        currentHealthy: 4,
        conditions: [
          {
            type: 'DisruptionAllowed',
            status: counted.disruptionsAllowed > 0 ? 'True' : 'False',
            reason:
              counted.disruptionsAllowed > 0
                ? 'SufficientPods'
                : 'InsufficientPods',
          },
        ],
      },
    });
  });
});

describe('a node', () => {
  it('is drained as far as budgets allow, and takes no pods until it is uncordoned', async () => {
    const test = await start();
    const here = { nodeSelector: { 'kubernetes.io/hostname': 'worker-04' } };
    test.apply(budget('kept', { minAvailable: 2 }));
    test.apply(budget('halved', { maxUnavailable: 1 }));
    test.apply(toDeployment('kept', { replicas: 2, pod: here }));
    test.apply(toDeployment('halved', { replicas: 2, pod: here }));
    test.apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'debug', namespace: 'web', labels: { app: 'debug' } },
      spec: {
        nodeName: 'worker-04',
        containers: [{ name: 'debug', image: 'netshoot:1' }],
      },
    });
    for (const app of ['kept', 'halved']) {
      await test.waitFor(`${deployments}/${app}`, {
        status: { availableReplicas: 2 },
      });
    }
    await test.waitFor(`${pods}/debug`, { status: { phase: 'Running' } });

    const kept = (await test.list(`${pods}?labelSelector=app%3Dkept`)).map(
      ({ metadata }) => `web/${metadata.name}`,
    );
    const drained = test.cluster.drain('worker-04');
    expect(drained.bare).toEqual(['web/debug']);
    expect(drained.evicted).toEqual([expect.stringMatching(/^web\/halved-/)]);
    expect(drained.blocked).toEqual([
      { pod: expect.stringMatching(/^web\/halved-/), budget: 'halved' },
      ...kept.map(pod => ({ pod, budget: 'kept' })),
    ]);
    expect(await test.get('/api/v1/nodes/worker-04')).toMatchObject({
      spec: {
        unschedulable: true,
        taints: [
          { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
        ],
      },
    });
    expect(
      (await readNodes(test, 'halved')).filter(node => node === undefined),
    ).toHaveLength(1);
    expect(await readNodes(test, 'kept')).toEqual(['worker-04', 'worker-04']);

    test.cluster.uncordon('worker-04');
    await test.waitFor(`${deployments}/halved`, {
      status: { availableReplicas: 2 },
    });
    expect(() => test.cluster.drain('nowhere')).toThrow('no node nowhere');
  });

  it('that is silent loses its pods to others, but for those that are bound to it', async () => {
    const test = await start({ tolerationMs: 1_000 });
    test.apply({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'here' },
      provisioner: 'openebs.io/local',
      volumeBindingMode: 'WaitForFirstConsumer',
    });
    const onArm = { nodeSelector: { 'kubernetes.io/arch': 'arm64' } };
    test.apply(toClaim('data', 'here'));
    test.apply(toDeployment('bound', { claims: ['data'], pod: onArm }));
    await test.waitFor(`${deployments}/bound`, {
      status: { availableReplicas: 1 },
    });
    const [lost = ''] = await readNodes(test, 'bound');
    test.apply(toDeployment('free', { replicas: 5, pod: onArm }));
    test.apply(budget('free', { minAvailable: 4 }));
    await test.waitFor(`${deployments}/free`, {
      status: { availableReplicas: 5 },
    });
    const [gone] = (await test.list(`${pods}?labelSelector=app%3Dfree`)).filter(
      ({ spec }) => spec.nodeName === lost,
    );

    test.hear(lost, 'silent');
    expect(await test.get(`/api/v1/nodes/${lost}`)).toMatchObject({
      spec: {
        taints: [
          { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
          { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
        ],
      },
    });
    await test.waitFor(`${budgets}/free`, {
      status: { currentHealthy: 4, disruptionsAllowed: 0 },
    });
    await test.waitFor(`${deployments}/free`, {
      status: { availableReplicas: 5 },
    });
    expect(await test.get(`${pods}/${gone?.metadata.name}`)).toMatchObject({
      metadata: { deletionTimestamp: expect.any(String) },
      status: {
        phase: 'Running',
        conditions: expect.arrayContaining([
          expect.objectContaining({ type: 'Ready', status: 'False' }),
        ]),
      },
    });
    await test.waitFor(`${deployments}/bound`, {
      status: { availableReplicas: 0 },
    });
    expect((await readNodes(test, 'bound')).sort()).toEqual([lost, undefined]);

    test.hear(lost, 'ready');
    await test.waitFor(`${deployments}/bound`, {
      status: { availableReplicas: 1 },
    });
    expect(await readNodes(test, 'bound')).toEqual([lost]);
    expect(await test.get(`${pods}/${gone?.metadata.name}`)).toMatchObject({
      reason: 'NotFound',
    });
  });

  it('that comes back in time keeps its pods', async () => {
    const test = await start();
    test.apply(toDeployment('shop'));
    await test.waitFor(`${deployments}/shop`, {
      status: { availableReplicas: 1 },
    });
    const [pod] = await test.list(pods);
    const node = pod?.spec.nodeName ?? '';
    test.hear(node, 'not-ready');
    expect(await test.get(`${deployments}/shop`)).toMatchObject({
      status: { availableReplicas: 0 },
    });
    test.hear(node, 'ready');
    expect(await test.get(`${deployments}/shop`)).toMatchObject({
      status: { availableReplicas: 1 },
    });
    const [same] = await test.list(pods);
    expect(same?.metadata.uid).toBe(pod?.metadata.uid);
  });
});
