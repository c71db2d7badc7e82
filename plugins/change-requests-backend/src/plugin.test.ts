import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { changeRequestsServiceRef } from '@internal/plugin-change-requests-node';
import {
  changeRequestListSchema,
  fieldCheckResultSchema,
  appDescriptionSchema,
  appListSchema,
  platformSummarySchema,
  previewSchema,
} from '@internal/plugin-change-requests-common';
import type { DeliverySnapshot } from '@internal/plugin-delivery-common';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import request from 'supertest';
import { createAppBody } from './__testUtils__/operations';
import { startPortal, type Portal } from './__testUtils__/startPortal';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(120_000);

let snapshots: DeliverySnapshot[] = [];

/** Answers what the delivery plugin would. */
const delivery = createBackendPlugin({
  pluginId: 'delivery',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ http, httpAuth }) {
        http.use(async (req, res) => {
          await httpAuth.credentials(req, { allow: ['service'] });
          res.json({ items: snapshots });
        });
      },
    });
  },
});

/** Another plugin that opens change requests for its users. */
const asker = createBackendPlugin({
  pluginId: 'asker',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        requests: changeRequestsServiceRef,
      },
      async init({ http, httpAuth, requests }) {
        http.use((req, res, next) => {
          const ask = async () => {
            const credentials = await httpAuth.credentials(req);
            const app = req.path.slice(1);
            const input = createAppBody(app);
            const preview = await requests.preview(input, { credentials });
            const created = await requests.create(input, { credentials });
            const found = await requests.get(created.id, { credentials });
            res.json({ preview, found });
          };
          ask().catch(next);
        });
      },
    });
  },
});

let sandbox: Sandbox;
let portal: Portal;
const logger = mockServices.rootLogger.mock();
const logged: string[] = [];
for (const level of ['error', 'warn', 'info', 'debug'] as const) {
  logger[level].mockImplementation((message, meta) => {
    logged.push(`${message} ${String(meta)} ${JSON.stringify(meta)}`);
  });
}
logger.child.mockReturnValue(logger);
const auditor = mockServices.auditor.mock();

beforeAll(async () => {
  sandbox = await startSandbox({
    ports: freePorts,
    platforms: [],
  });
  portal = await startPortal(sandbox, {
    features: [
      delivery,
      asker,
      mockServices.rootLogger.factory(),
      mockServices.logger.mock(logger).factory,
      auditor.factory,
    ],
  });
});

afterAll(async () => {
  await portal.stop();
  await sandbox.stop();
});

beforeEach(() => {
  auditor.createEvent.mockReset();
  auditor.createEvent.mockResolvedValue({
    success: jest.fn(),
    fail: jest.fn(),
  });
});

async function open(app: string) {
  const created = await portal
    .as('ada')
    .post('/requests', createAppBody(app))
    .expect(201);
  return waitForState(portal, created.body.id, 'open', 'failed');
}

describe('from a form to a healthy app', () => {
  it('opens the pull request the preview showed, in three calls', async () => {
    await open('first');
    const preview = previewSchema.parse(
      (
        await portal
          .as('ada')
          .post('/previews', createAppBody('wiki'))
          .expect(200)
      ).body,
    );
    expect(preview).toMatchObject({ submittable: true, findings: [] });

    const fetched = jest.spyOn(globalThis, 'fetch');
    auditor.createEvent.mockClear();
    const done = await open('wiki');
    const calls = fetched.mock.calls
      .map(([, init]) => /\b(Portal\w+)/.exec(String(init?.body))?.[1])
      .filter(name => name !== undefined && name !== 'PortalPullRequests');
    fetched.mockRestore();
    expect(calls.slice(0, 3)).toEqual([
      'PortalBranch',
      'PortalPropose',
      'PortalDecorate',
    ]);
    // Once it is open, its branch is read in the background.
    expect(calls.slice(3).filter(name => name !== 'PortalBranch')).toEqual([]);

    expect(done).toMatchObject({
      state: 'open',
      title: 'feat(wiki): add service',
      apps: ['wiki'],
      requester: 'user:default/ada',
      baseCommit: preview.commit,
      edits: preview.edits,
      template: { name: 'new-service', version: '1.0.0' },
    });
    expect(done.timeline.map(({ event }) => event)).toEqual([
      'requested',
      'opened',
    ]);
    const { repository } = sandbox.world.platforms[0];
    const head = String(
      await repository.resolveCommit(done.pullRequest?.branch ?? ''),
    );
    for (const edit of preview.edits) {
      const file = await repository.readFile(head, edit.path);
      expect(file?.toString()).toBe('after' in edit ? edit.after : undefined);
    }
    expect(
      sandbox.world.forge.pullRequest(done.pullRequest?.number ?? 0),
    ).toMatchObject({
      title: 'feat(wiki): add service',
      labels: ['portal'],
      requestedReviewers: ['petra'],
    });
    expect(
      auditor.createEvent.mock.calls.map(([event]) => event.eventId),
    ).toEqual(['create']);
  });

  it('follows review, merge and delivery, and says what it cannot read', async () => {
    const { forge } = sandbox.world;
    const { id, pullRequest } = await open('blog');
    const number = pullRequest?.number ?? 0;

    for (const [said, checks] of [
      ['pending', 'pending'],
      ['failure', 'failed'],
    ] as const) {
      forge.setChecks(number, said);
      let read = await waitForState(portal, id, 'open');
      while (read.pullRequest?.checks !== checks)
        read = await waitForState(portal, id, 'open');
      expect(read.pullRequest).toMatchObject({ merging: 'clean' });
    }
    await forge.approve(number, 'petra');
    await waitForState(portal, id, 'approved');

    sandbox.world.faults.set({ system: 'forge', kind: 'unavailable' });
    let stale = await waitForState(portal, id, 'approved');
    while (!stale.staleReason)
      stale = await waitForState(portal, id, 'approved');
    expect(stale.staleReason).toBe('GitHub answers 503');
    sandbox.world.faults.clear();

    const merged = await forge.merge(number, 'petra');
    let seen = await waitForState(portal, id, 'merged');
    while (!seen.staleReason) seen = await waitForState(portal, id, 'merged');
    expect(seen).toMatchObject({
      staleReason: 'Delivery status was not read yet',
      pullRequest: { mergeCommit: merged },
    });
    expect(seen.pullRequest).not.toHaveProperty('checks');
    expect(seen.pullRequest).not.toHaveProperty('merging');

    const unit = {
      platform: 'edgit-k8s',
      cluster: 'edgit',
      engine: 'argocd' as const,
      name: 'blog',
      sync: 'synced' as const,
      health: 'healthy' as const,
      revision: seen.baseCommit,
      images: [],
      history: [],
    };
    const snapshot = {
      platform: 'edgit-k8s',
      cluster: 'edgit',
      observedAt: new Date().toISOString(),
    };
    // Synced and healthy, but at the commit before the merge.
    snapshots = [{ ...snapshot, units: [unit] }];
    await waitForState(portal, id, 'syncing');
    snapshots = [
      {
        ...snapshot,
        units: [
          {
            ...unit,
            health: 'progressing',
            revision: seen.pullRequest?.mergeCommit,
          },
        ],
      },
    ];
    await waitForState(portal, id, 'syncing');
    snapshots = [
      {
        ...snapshot,
        units: [{ ...unit, revision: seen.pullRequest?.mergeCommit }],
      },
    ];
    const healthy = await waitForState(portal, id, 'healthy');
    expect(healthy.staleReason).toBeUndefined();
    expect(healthy.timeline.map(({ event, actor }) => [event, actor])).toEqual([
      ['requested', 'user:default/ada'],
      ['opened', undefined],
      ['approved', 'petra'],
      ['merged', 'petra'],
      ['synced', undefined],
      ['healthy', undefined],
    ]);
    snapshots = [];

    // The same asked for again finds everything done.
    const again = await portal
      .as('ada')
      .post('/requests', createAppBody('blog'));
    expect(again.body.id).toBe(id);
  });

  it('takes a double submit for one request', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        portal.as('ada').post('/requests', createAppBody('twice')),
      ),
    );
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    await waitForState(portal, answers[0].body.id, 'open');
    expect(
      sandbox.world.forge.pullRequests.filter(({ headBranch }) =>
        headBranch.includes('/twice-'),
      ),
    ).toHaveLength(1);
  });

  it('serves other plugins in the name of their users', async () => {
    const ask = (app: string, user: string) =>
      request(portal.server)
        .get(`/api/asker/${app}`)
        .set('authorization', mockCredentials.user.header(user));

    const { body } = await ask('proxied', 'user:default/ada').expect(200);
    expect(body.found).toMatchObject({ requester: 'user:default/ada' });
    expect(body.preview).toMatchObject({ submittable: true });

    const refused = await ask('foreign', 'user:default/boris').expect(400);
    expect(refused.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('group:default/atlas'),
    });
  });
});

describe('what lists and forms read', () => {
  it('lists newest first, narrowed and in pages, without asking a forge', async () => {
    const read = async (query: string) =>
      changeRequestListSchema.parse(
        (await portal.as('boris').get(`/requests${query}`).expect(200)).body,
      );
    const all = await read('');
    expect(all.total).toBe(all.items.length);
    expect(all.items.map(({ createdAt }) => createdAt)).toEqual(
      all.items
        .map(({ createdAt }) => createdAt)
        .sort()
        .reverse(),
    );
    expect((await read('?app=wiki')).items.map(({ apps }) => apps)).toEqual([
      ['wiki'],
    ]);
    expect((await read('?state=healthy')).total).toBe(1);
    expect((await read('?requester=user:default/boris')).total).toBe(0);
    const page = await read('?offset=1&limit=2');
    expect(page.items.map(({ id }) => id)).toEqual(
      all.items.slice(1, 3).map(({ id }) => id),
    );
    expect(page.total).toBe(all.total);
  });

  it('tells what the apps of a platform are now, and which the caller may change', async () => {
    const ask = (person: 'ada' | 'boris', path: string) =>
      portal.as(person).get(`/platforms/edgit-k8s/apps${path}`);
    const changeable = async (person: 'ada' | 'boris') =>
      appListSchema
        .parse((await ask(person, '').expect(200)).body)
        .items.filter(app => app.changeable)
        .map(({ name }) => name);
    const [ofAda, ofBoris] = [
      await changeable('ada'),
      await changeable('boris'),
    ];
    expect(ofAda).toEqual(expect.arrayContaining(['paperless']));
    expect(ofBoris).toEqual(expect.arrayContaining(['qdrant']));
    expect(ofAda.filter(name => ofBoris.includes(name))).toEqual([]);

    const { body } = await ask('boris', '/it-tools').expect(200);
    expect(appDescriptionSchema.parse(body)).toMatchObject({
      app: 'it-tools',
      owner: 'group:default/atlas',
      workloads: [
        {
          replicas: expect.any(Number),
          containers: [{ image: expect.stringMatching(/^\S+\/\S+:\S+$/) }],
        },
      ],
      routes: [{ host: expect.stringMatching(/\.exitthecloud\.eu$/) }],
    });
    await ask('ada', '/nothing-here').expect(404);
  });

  it('tells what a platform offers, and checks a field', async () => {
    const { body } = await portal.as('ada').get('/platforms').expect(200);
    expect(platformSummarySchema.parse(body.items[0])).toMatchObject({
      id: 'edgit-k8s',
      clusters: ['edgit'],
      domains: expect.arrayContaining(['exitthecloud.eu']),
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    const check = async (value: string) =>
      fieldCheckResultSchema
        .parse(
          (
            await portal
              .as('ada')
              .post('/field-checks', {
                platform: 'edgit-k8s',
                field: 'app',
                value,
              })
              .expect(200)
          ).body,
        )
        .findings.map(({ severity }) => severity);
    expect(await check('brand-new')).toEqual([]);
    expect(await check('paperless')).toContain('error');
  });

  it.each([
    ['an unknown platform', { ...createAppBody('x'), platform: 'nowhere' }],
    ['no operation', { platform: 'edgit-k8s', operations: [] }],
    ['an unknown key', { ...createAppBody('x'), repository: 'https://evil' }],
    ['10 MB', createAppBody('x', { description: 'x'.repeat(10_000_000) })],
    [
      'a foreign owner',
      createAppBody('x', { owner: 'group:default/borealis' }),
    ],
    ['port 0', createAppBody('x', { port: 0 })],
    ['an image without tag', createAppBody('x', { image: 'docker.io/a/b' })],
    ['a name of 64 characters', createAppBody('x'.repeat(64))],
    ['a name in use', createAppBody('paperless')],
    ['another alphabet', createAppBody('Ünïcode')],
  ])('refuses %s with a sentence', async (_, body) => {
    const answer = await portal.as('ada').post('/requests', body).expect(400);
    expect(answer.body.error.name).toBe('InputError');
    expect(answer.body.error.message.length).toBeGreaterThan(15);
  });

  it.each(['/requests?limit=0', '/requests?sort=id', '/requests/../../x'])(
    'refuses %s',
    async path => {
      const { status } = await portal.as('ada').get(path);
      expect([400, 404]).toContain(status);
    },
  );
});

it('leaves no credentials in answers, database or log', async () => {
  const done = await open('canary');
  const { body } = await portal.as('ada').get('/requests');
  const rows = await portal.dump();
  const everything = JSON.stringify({ done, body, rows, logged });
  expect(everything).toContain('canary');
  expect(logged.length).toBeGreaterThan(0);
  for (const encoding of ['utf8', 'base64', 'hex'] as const) {
    const secret = Buffer.from(sandbox.tokens.forge).toString(encoding);
    expect(everything).not.toContain(secret);
  }
});
