import {
  startTestForge,
  type TestForge,
} from '../forge/__testUtils__/startTestForge';
import {
  startTestCluster,
  toDeployment,
} from '../kubernetes/__testUtils__/startTestCluster';
import { edgitCluster } from '../platforms/simulatedPlatforms';
import { toNodeActions } from './nodeActions';

describe('the control', () => {
  let sandbox: TestForge;
  beforeAll(async () => {
    sandbox = await startTestForge();
  });
  afterAll(() => sandbox.stop());

  const call = (path: string, method = 'GET', body?: unknown) =>
    fetch(`${sandbox.urls.control}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const readSystems = async () => {
    const state = await (await call('/api/state')).json();
    return state.systems;
  };

  it('sets, shows and clears faults over its API', async () => {
    const set = await call('/api/faults', 'POST', {
      system: 'forge',
      kind: 'unavailable',
      times: 2,
    });
    expect(set.status).toBe(201);
    const fault = await set.json();
    expect(await readSystems()).toContainEqual({
      system: 'forge',
      url: sandbox.urls.forge,
      health: 'up',
      faults: [fault],
    });
    expect((await sandbox.rest('GET', '/user')).status).toBe(503);
    expect(sandbox.world.faults.list()).toEqual([{ ...fault, times: 1 }]);
    await call('/api/faults', 'POST', { system: 'oidc', kind: 'slow' });
    expect((await call('/api/faults?system=forge', 'DELETE')).status).toBe(204);
    expect((await sandbox.rest('GET', '/user')).status).toBe(200);
    expect(sandbox.world.faults.list()).toMatchObject([{ system: 'oidc' }]);
    await call('/api/faults', 'DELETE');
    expect(sandbox.world.faults.list()).toEqual([]);
  });

  it('names what is wrong with a fault', async () => {
    const refused = await call('/api/faults', 'POST', {
      system: 'ceph',
      kind: 'slow',
      times: 0,
    });
    expect(refused.status).toBe(400);
    expect((await refused.json()).message).toMatch(/^system: .*times: /);
    expect(sandbox.world.faults.list()).toEqual([]);
  });

  it('does the same by forms of its own page, and of no other', async () => {
    const send = (
      path: string,
      fields: Record<string, string>,
      origin: string,
    ) =>
      fetch(`${sandbox.urls.control}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin },
        body: new URLSearchParams(fields),
      });
    const fields = {
      system: 'git',
      kind: 'slow',
      times: '',
      delayMs: '20',
      match: 'edgit',
    };
    expect(
      (await send('/faults', fields, 'http://elsewhere.example')).status,
    ).toBe(403);
    expect((await send('/faults', fields, sandbox.urls.control)).status).toBe(
      303,
    );
    expect(sandbox.world.faults.list()).toMatchObject([
      { system: 'git', kind: 'slow', delayMs: 20, match: 'edgit' },
    ]);
    const page = await (await call('/')).text();
    expect(page).toContain('! Faulty');
    expect(page).toContain(sandbox.urls.argocd);
    expect(page).toContain('http://localhost:7007');
    expect(
      (
        await send(
          '/faults',
          { ...fields, times: 'many' },
          sandbox.urls.control,
        )
      ).status,
    ).toBe(400);
    expect((await send('/faults/clear', {}, sandbox.urls.control)).status).toBe(
      303,
    );
    expect(sandbox.world.faults.list()).toEqual([]);
  });

  it('lets things happen to machines, and says what cannot', async () => {
    const machines = async () => {
      const state = await (await call('/api/state')).json();
      return state.machines;
    };
    const change = (machine: string, what: string) =>
      call('/api/machines', 'POST', { machine, change: what });
    expect((await change('edgit/gx10', 'power-off')).status).toBe(204);
    expect((await change('edgit/talos-cp-101', 'stop-etcd')).status).toBe(204);
    expect(await machines()).toContainEqual({
      cluster: 'edgit',
      name: 'gx10',
      role: 'worker',
      version: '1.12.6',
      trouble: 'off',
    });
    const page = await (await call('/')).text();
    expect(page).toContain('edgit / gx10');
    expect(page).toContain('etcd stopped');

    const readNode = async () => {
      const response = await fetch(
        `${sandbox.urls.kubernetes}/api/v1/nodes/gx10`,
        { headers: { authorization: `Bearer ${sandbox.tokens.kubernetes}` } },
      );
      return response.json();
    };
    const readyIs = (status: string) => ({
      metadata: {
        labels: {
          'extensions.talos.dev/nvidia-container-toolkit-production':
            '580.105.08-v1.18.0',
        },
      },
      status: {
        conditions: expect.arrayContaining([
          expect.objectContaining({ type: 'Ready', status }),
        ]),
      },
    });
    expect(await readNode()).toMatchObject(readyIs('Unknown'));

    const wrong = await change('edgit/talos-wk-151', 'replace-disk');
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).message).toContain('talos-wk-151 has nothing');
    const unknown = await change('edgit/nowhere', 'power-off');
    expect((await unknown.json()).message).toContain('no machine nowhere');

    const form = (path: string, fields: Record<string, string>) =>
      fetch(`${sandbox.urls.control}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: sandbox.urls.control },
        body: new URLSearchParams(fields),
      });
    for (const [path, fields] of [
      ['/machines', { machine: 'edgit/gx10', change: 'recover' }],
      ['/talos-endpoints', { cluster: 'edgit', mode: 'silent' }],
      ['/talos-certificates', {}],
    ] as const) {
      expect((await form(path, fields)).status).toBe(303);
    }
    expect(sandbox.talos.cluster('edgit').find('gx10')?.isOn).toBe(true);
    expect(await readNode()).toMatchObject(readyIs('True'));
    expect(
      (await form('/machines', { machine: 'gx10', change: 'recover' })).status,
    ).toBe(400);
  });

  it('does to nodes what kubectl does', async () => {
    const change = (node: string, what: string) =>
      call('/api/nodes', 'POST', { cluster: 'edgit', node, change: what });
    const readNode = async (name: string) => {
      const response = await fetch(
        `${sandbox.urls.kubernetes}/api/v1/nodes/${name}`,
        { headers: { authorization: `Bearer ${sandbox.tokens.kubernetes}` } },
      );
      return response.json();
    };
    expect((await change('talos-cp-100', 'drain')).status).toBe(204);
    expect(await readNode('talos-cp-100')).toMatchObject({
      spec: { unschedulable: true },
    });
    const { cordoned } = await (await call('/api/state')).json();
    expect(cordoned).toEqual(['edgit/talos-cp-100']);
    expect(await (await call('/')).text()).toContain(
      'Cordoned: edgit/talos-cp-100.',
    );
    const form = await fetch(`${sandbox.urls.control}/nodes`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: sandbox.urls.control },
      body: new URLSearchParams({
        node: 'edgit/talos-cp-100',
        change: 'uncordon',
      }),
    });
    expect(form.status).toBe(303);
    expect((await readNode('talos-cp-100')).spec.unschedulable).toBeUndefined();

    expect((await change('nowhere', 'cordon')).status).toBe(400);
    expect((await change('talos-cp-100', 'paint')).status).toBe(400);
  });
});

it('says which pods a drain left behind, and why', async () => {
  const test = await startTestCluster(edgitCluster);
  test.apply({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'all', namespace: 'web' },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'shop' } } },
  });
  test.apply(toDeployment('shop'));
  await test.waitFor('/apis/apps/v1/namespaces/web/deployments/shop', {
    status: { availableReplicas: 1 },
  });
  const [pod] = await test.list('/api/v1/namespaces/web/pods');
  const actions = toNodeActions(new Map([['edgit', test.cluster]]));
  expect(() =>
    actions['/nodes']?.({
      cluster: 'edgit',
      node: pod?.spec.nodeName,
      change: 'drain',
    }),
  ).toThrow(
    `Cannot evict pod web/${pod?.metadata.name} as it would violate the pod's disruption budget all.`,
  );
  expect(test.cluster.cordoned).toEqual([pod?.spec.nodeName]);
  await test.stop();
});
