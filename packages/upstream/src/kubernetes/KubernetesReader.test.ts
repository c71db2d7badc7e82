import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express, Response } from 'express';
import express from 'express';
import { KubernetesReader } from './KubernetesReader';
import { podSchema } from './Pod';

const token = randomBytes(16).toString('hex');
const { signal } = new AbortController();
let app: Express;
let server: Server;
let reader: KubernetesReader;
const asked: string[] = [];

beforeEach(async () => {
  app = express();
  app.use((request, response, next) => {
    asked.push(request.url);
    if (request.headers.authorization === `Bearer ${token}`) next();
    else response.status(401).json({ kind: 'Status' });
  });
  server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  reader = createReader(token);
});

afterEach(async () => {
  asked.splice(0);
  await reader.close();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

function createReader(bearer: string) {
  const { port } = server.address() as AddressInfo;
  return new KubernetesReader(
    { url: `http://127.0.0.1:${port}`, token: bearer },
    { deadlineMilliseconds: 20_000 },
  );
}

const listPods = (from = reader) =>
  from.list('/api/v1/pods', podSchema, signal);

function answerPods(answer: (next: string, response: Response) => void) {
  app.get('/api/v1/pods', (request, response) => {
    expect(request.query.limit).toBe('500');
    answer(String(request.query.continue ?? ''), response);
  });
}

const pod = (name: string) => ({
  metadata: { name, namespace: 'music' },
  spec: { containers: null },
  status: { phase: 'Running' },
});

it('lists page by page, and leaves out only what it cannot read', async () => {
  answerPods((next, response) => {
    response.json(
      next === ''
        ? {
            metadata: { continue: 'a b/=' },
            items: [pod('one'), { metadata: { name: 5 } }, null],
          }
        : { metadata: null, items: next === 'a b/=' ? [pod('two')] : [] },
    );
  });
  const answer = await listPods();
  expect(
    answer.ok && answer.value.map(({ metadata }) => metadata.name),
  ).toEqual(['one', 'two']);
  expect(asked).toHaveLength(2);
});

it('reads of a pod where it must run, what it mounts and who made it', async () => {
  answerPods((_next, response) => {
    response.json({
      items: [
        {
          metadata: {
            name: 'navidrome-0',
            namespace: 'music',
            uid: 'f00d',
            labels: { app: 'navidrome' },
            managedFields: [{ manager: 'kubelet' }],
            ownerReferences: [
              { kind: 'StatefulSet', name: 'navidrome', controller: true },
            ],
          },
          spec: {
            nodeName: 'worker-01',
            affinity: {
              nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                  nodeSelectorTerms: [
                    {
                      matchExpressions: [
                        {
                          key: 'kubernetes.io/arch',
                          operator: 'In',
                          values: ['arm64'],
                        },
                      ],
                    },
                  ],
                },
              },
            },
            tolerations: [{ operator: 'Exists' }, { key: 'gpu' }],
            volumes: [
              { name: 'data', persistentVolumeClaim: { claimName: 'music' } },
              { name: 'cache', ephemeral: { volumeClaimTemplate: {} } },
              { name: 'settings', configMap: { name: 'settings' } },
            ],
            containers: [
              { name: 'app', resources: { requests: { memory: '1Gi' } } },
              { name: 'sidecar' },
            ],
          },
          status: {
            phase: 'Somewhere',
            conditions: [{ type: 'Ready', status: 'True' }],
          },
        },
      ],
    });
  });
  const answer = await listPods();
  expect(answer.ok && answer.value).toMatchObject([
    {
      metadata: { uid: 'f00d', annotations: {} },
      spec: {
        nodeSelector: {},
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ values: ['arm64'] }], matchFields: [] },
              ],
            },
          },
        },
        tolerations: [
          { operator: 'Exists' },
          { key: 'gpu', operator: 'Equal' },
        ],
        volumes: [
          { persistentVolumeClaim: { claimName: 'music' } },
          { ephemeral: {} },
          { name: 'settings' },
        ],
        containers: [
          { resources: { requests: { memory: '1Gi' } } },
          { resources: { requests: {} } },
        ],
      },
      status: { phase: 'Unknown', conditions: [{ status: 'True' }] },
    },
  ]);
});

it('begins once more where the server no longer keeps what it began with', async () => {
  let isStale = true;
  answerPods((next, response) => {
    if (next && isStale) {
      isStale = false;
      response.status(410).json({ kind: 'Status', code: 410 });
    } else {
      response.json({
        metadata: { continue: next ? '' : 'second' },
        items: [pod(next || 'first')],
      });
    }
  });
  const answer = await listPods();
  expect(
    answer.ok && answer.value.map(({ metadata }) => metadata.name),
  ).toEqual(['first', 'second']);
  isStale = true;
  app.get('/apis/old', (_request, response) => {
    response.status(410).json({ kind: 'Status', code: 410 });
  });
  expect(await reader.list('/apis/old', podSchema, signal)).toEqual({
    ok: false,
    failure: { reason: 'unavailable', status: 410 },
  });
});

it.each([
  [{ reason: 'forbidden' }, 403, {}],
  [{ reason: 'not-found' }, 404, {}],
  [{ reason: 'unavailable', status: 429 }, 429, {}],
  [{ reason: 'unavailable', status: 503 }, 503, {}],
  [{ reason: 'malformed', detail: expect.stringMatching(/^items: /) }, 200, {}],
  [{ reason: 'not-the-api' }, 200, '<html>'],
  [{ reason: 'malformed', detail: 'it is not JSON' }, 200, 'pods'],
])('says %j of status %s with %j', async (failure, status, body) => {
  answerPods((_next, response) => {
    response
      .status(status)
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  });
  expect(await listPods()).toEqual({ ok: false, failure });
});

it('carries the token nowhere else', async () => {
  const elsewhere = jest.fn();
  app.get('/elsewhere', (_request, response) => {
    elsewhere();
    response.json({ items: [] });
  });
  answerPods((_next, response) => response.redirect('/elsewhere'));
  expect(await listPods()).toEqual({
    ok: false,
    failure: { reason: 'redirected' },
  });
  expect(elsewhere).not.toHaveBeenCalled();
  const stranger = createReader('wrong');
  expect(await listPods(stranger)).toEqual({
    ok: false,
    failure: { reason: 'token-refused' },
  });
  await stranger.close();
});

it('waits no longer than its deadline, for the answer and for its end', async () => {
  app.get('/silent', () => undefined);
  app.get('/endless', (_request, response) => {
    response.write('{"items": [');
  });
  const { port } = server.address() as AddressInfo;
  const impatient = new KubernetesReader(
    { url: `http://127.0.0.1:${port}`, token },
    { deadlineMilliseconds: 100 },
  );
  for (const path of ['/silent', '/endless']) {
    expect(await impatient.list(path, podSchema, signal)).toEqual({
      ok: false,
      failure: { reason: 'slow' },
    });
  }
  await impatient.close();
});

it('reads no list without an end, and no answer beyond its limit', async () => {
  app.get('/forever', (_request, response) => {
    response.json({ metadata: { continue: 'more' }, items: [] });
  });
  expect(await reader.list('/forever', podSchema, signal)).toEqual({
    ok: false,
    failure: {
      reason: 'malformed',
      detail: 'it lists more than 20000 objects',
    },
  });
  app.get('/long', (_request, response) => {
    response.json({ items: [], padding: 'x'.repeat(33 * 1024 * 1024) });
  });
  expect(await reader.list('/long', podSchema, signal)).toEqual({
    ok: false,
    failure: { reason: 'too-large', limitMegabytes: 32 },
  });
});

it('says that nobody listens', async () => {
  const gone = createReader(token);
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  expect(await listPods(gone)).toEqual({
    ok: false,
    failure: { reason: 'unreachable', code: 'ECONNREFUSED' },
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
