import { once } from 'node:events';
import { createServer, get, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  kubernetesFetcherExtensionPoint,
  type KubernetesFetcher,
  type KubernetesFetcherFactory,
  type ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';
import { z } from 'zod';
import kubernetesDeadlineModule from '.';

const pods = [{ metadata: { name: 'wiki-0', namespace: 'wiki' } }];
const credential = { type: 'anonymous' } as const;
const servers: Server[] = [];
const backends: { stop(): Promise<void> }[] = [];

/** A cluster's API; paths without an answer are never answered. */
async function startCluster(
  answers: Record<string, (response: ServerResponse) => void>,
) {
  const open = new Set<string>();
  const cutOff: string[] = [];
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    open.add(path);
    response.once('close', () => {
      if (!response.writableFinished) cutOff.push(path);
      open.delete(path);
    });
    answers[path]?.(response);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://127.0.0.1:${port}`, open, cutOff };
}

/** Asks as the plugin's own fetcher does: by Node's HTTP client, all or nothing. */
const patientFetcher: KubernetesFetcher = {
  async fetchObjectsForService(params) {
    const { clusterDetails, objectTypesToFetch, customResources } = params;
    const responses = [...objectTypesToFetch, ...customResources].map(
      async ({ plural }) => ({
        type: 'pods' as const,
        resources: await list(`${clusterDetails.url}/${plural}`),
      }),
    );
    return { errors: [], responses: await Promise.all(responses) };
  },
  async fetchPodMetricsByNamespaces({ url }) {
    await list(`${url}/metrics`);
    return { errors: [], responses: [] };
  },
};

async function list(url: string) {
  const request = get(url);
  const [response] = await once(request, 'response');
  return z.array(z.any()).parse(await json(response));
}

function answerWith(items: object[]) {
  return (response: ServerResponse) => response.end(JSON.stringify(items));
}

function question(url: string): ObjectFetchParams {
  const typed = (plural: string) => ({ group: '', apiVersion: 'v1', plural });
  return {
    serviceId: 'wiki',
    clusterDetails: { name: 'edgit', url, authMetadata: {} },
    credential,
    objectTypesToFetch: new Set([
      { objectType: 'pods', ...typed('pods') },
      { objectType: 'services', ...typed('services') },
    ]),
    customResources: [
      { objectType: 'customresources', ...typed('httproutes') },
    ],
  };
}

/** The fetcher that the Kubernetes plugin is given. */
async function startModule(deadlineSeconds: number) {
  const factories: (KubernetesFetcher | KubernetesFetcherFactory)[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        kubernetesFetcherExtensionPoint,
        { addFetcher: factory => factories.push(factory) },
      ],
    ],
    features: [
      kubernetesDeadlineModule,
      mockServices.rootConfig.factory({
        data: { kubernetes: { deadlineSeconds } },
      }),
    ],
  });
  backends.push(backend);
  const [factory] = factories;
  return typeof factory === 'function'
    ? factory({ getDefault: async () => patientFetcher })
    : factory;
}

describe('the deadline of the Kubernetes plugin', () => {
  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('keeps what came in time, names what did not, and ends those requests', async () => {
    const cluster = await startCluster({
      '/pods': answerWith(pods),
      '/services': response => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[');
      },
    });
    const fetcher = await startModule(1);
    const late = (what: string) => ({
      errorType: 'FETCH_ERROR',
      message: `Cluster edgit did not ${what} within 1 s. If it is healthy but busy, raise kubernetes.deadlineSeconds.`,
    });
    const params = question(cluster.url);
    await expect(fetcher.fetchObjectsForService(params)).resolves.toEqual({
      responses: [{ type: 'pods', resources: pods }],
      errors: [late('list services'), late('list httproutes')],
    });
    await expect(
      fetcher.fetchPodMetricsByNamespaces(
        params.clusterDetails,
        credential,
        new Set(['wiki']),
      ),
    ).resolves.toEqual({
      responses: [],
      errors: [late('tell the metrics of pods')],
    });
    while (cluster.open.size > 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(cluster.cutOff.sort()).toEqual([
      '/httproutes',
      '/metrics',
      '/services',
    ]);
  });

  it('leaves answers in time as they are', async () => {
    const cluster = await startCluster({
      '/pods': answerWith(pods),
      '/services': answerWith([]),
      '/httproutes': answerWith([]),
    });
    const fetcher = await startModule(60);
    await expect(
      fetcher.fetchObjectsForService(question(cluster.url)),
    ).resolves.toEqual({
      responses: [pods, [], []].map(resources => ({ type: 'pods', resources })),
      errors: [],
    });
    expect(cluster.cutOff).toEqual([]);
  });

  it('passes other failures on', async () => {
    const cluster = await startCluster({
      '/pods': response => response.destroy(),
    });
    const fetcher = await startModule(1);
    await expect(
      fetcher.fetchObjectsForService(question(cluster.url)),
    ).rejects.toThrow('socket hang up');
  });

  it('says which key is wrong', async () => {
    await expect(startModule(0)).rejects.toThrow(
      /kubernetes\.deadlineSeconds: 0/,
    );
  });
});
