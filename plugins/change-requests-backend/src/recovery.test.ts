import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { previewSchema } from '@internal/plugin-change-requests-common';
import { createAppBody } from './__testUtils__/operations';
import {
  createDatabase,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(120_000);

let sandbox: Sandbox;
let portal: Portal;
let app = 'none';
let counter = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    ports: freePorts,
    platforms: [],
  });
  portal = await startPortal(sandbox, { changeRequests: { maxTries: 2 } });
});

afterAll(async () => {
  await portal.stop();
  await sandbox.stop();
});

beforeEach(() => {
  counter += 1;
  app = `app-${counter}`;
});

afterEach(() => {
  sandbox.world.faults.clear();
  sandbox.world.forge.failures.clear();
  sandbox.world.forge.archived.clear();
  sandbox.world.forge.addToken(sandbox.tokens.forge, 'portal');
});

async function ask(name = app) {
  const created = await portal
    .as('ada')
    .post('/requests', createAppBody(name))
    .expect(201);
  return waitForState(portal, created.body.id, 'open', 'failed');
}

async function retry(id: string) {
  await portal.as('ada').post(`/requests/${id}/retry`).expect(200);
  return waitForState(portal, id, 'open', 'failed');
}

function pullRequests(name = app) {
  return sandbox.world.forge.pullRequests
    .filter(({ headBranch }) => headBranch.includes(`/${name}-`))
    .map(({ state, headBranch }) => ({ state, headBranch }));
}

const repository = () => sandbox.world.platforms[0].repository;

/** Leaves the branch with our commit, and no pull request. */
async function stopBeforePullRequest() {
  const { forge } = sandbox.world;
  forge.failNext('createPullRequest', 'error-before', { times: 100 });
  const failed = await ask();
  forge.failures.clear();
  expect(failed).toMatchObject({
    state: 'failed',
    failure: { code: 'unavailable', retryable: true },
  });
  expect(pullRequests()).toEqual([]);
  const branches = [...(await repository().branches()).keys()];
  const branch = branches.find(name => name.includes(`/${app}-`));
  return { id: failed.id, branch: String(branch) };
}

describe('a failure is named, the request kept, and a retry works', () => {
  it.each([
    ['unavailable', 'unavailable'],
    ['malformed', 'malformed'],
    ['forbidden', 'forbidden'],
  ] as const)('the forge is %s', async (kind, code) => {
    const fault = sandbox.world.faults.set({
      system: 'forge',
      kind,
      match: '/api/',
    });
    const failed = await ask();
    expect(failed).toMatchObject({ state: 'failed', failure: { code } });
    expect(failed.failure?.nextStep).toMatch(/retry/);
    sandbox.world.faults.clear({ id: fault.id });
    expect(await retry(failed.id)).toMatchObject({ state: 'open' });
    expect(pullRequests()).toHaveLength(1);
  });

  it('the credentials are refused', async () => {
    await portal.as('ada').post('/previews', createAppBody(app)).expect(200);
    sandbox.world.forge.revokeToken(sandbox.tokens.forge);
    const preview = previewSchema.parse(
      (await portal.as('ada').post('/previews', createAppBody(app))).body,
    );
    expect(preview).toMatchObject({
      submittable: true,
      findings: [{ code: 'repository-stale', severity: 'warning' }],
    });
    const failed = await ask();
    expect(failed).toMatchObject({
      state: 'failed',
      failure: { code: 'bad-credentials' },
    });
    sandbox.world.forge.addToken(sandbox.tokens.forge, 'portal');
    expect(await retry(failed.id)).toMatchObject({ state: 'open' });
  });

  it('the repository is archived', async () => {
    sandbox.world.forge.archived.add(repository().fullName);
    const failed = await ask();
    expect(failed).toMatchObject({ failure: { code: 'archived' } });
    sandbox.world.forge.archived.clear();
    expect(await retry(failed.id)).toMatchObject({ state: 'open' });
  });

  it('the forge asks to wait, which is no failed try', async () => {
    const other = await startPortal(sandbox, {
      changeRequests: { maxTries: 1 },
    });
    sandbox.world.faults.set({
      system: 'forge',
      kind: 'rate-limited',
      match: '/api/',
    });
    const { body } = await other
      .as('ada')
      .post('/requests', createAppBody(app))
      .expect(201);
    let waiting = await waitForState(other, body.id, 'draft', 'failed');
    while (!waiting.staleReason) {
      waiting = await waitForState(other, body.id, 'draft', 'failed');
    }
    const until = /tries again at (\S+)\.$/.exec(waiting.staleReason)?.[1];
    // The sandbox says 60 seconds after its answer.
    const asked = Date.parse(String(until)) - Date.parse(waiting.updatedAt);
    expect(asked).toBeGreaterThan(50_000);
    expect(waiting.timeline.map(({ event }) => event)).toEqual([
      'requested',
      'attempt-failed',
    ]);
    await other.stop();
  });

  it('the forge asks to wait again and again, each time for no time', async () => {
    const other = await startPortal(sandbox, {
      changeRequests: { maxTries: 1, pollSeconds: 0.01, backoffSeconds: 0.001 },
    });
    const calls: number[] = [];
    const { fetch } = globalThis;
    const fetched = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async (input, init) => {
        if (!String(init?.body).includes('PortalBranch')) {
          return fetch(input, init);
        }
        calls.push(Date.now());
        return new Response('', {
          status: 429,
          headers: { 'retry-after': '0' },
        });
      });
    const { body } = await other
      .as('ada')
      .post('/requests', createAppBody(app))
      .expect(201);
    let waiting = await waitForState(other, body.id, 'draft', 'failed');
    while (calls.length < 25) {
      waiting = await waitForState(other, body.id, 'draft', 'failed');
    }
    const since = Date.parse(waiting.updatedAt);
    const waits = calls.map(call => call - since).filter(wait => wait > 0);
    expect(waits.length).toBeGreaterThan(20);
    waits.slice(1).forEach((wait, i) => {
      // Moments are kept in whole milliseconds.
      expect(wait).toBeGreaterThanOrEqual(Math.floor(waits[i] * 1.1) - 1);
    });
    expect(waiting.timeline.map(({ event }) => event)).toEqual([
      'requested',
      'attempt-failed',
    ]);
    fetched.mockRestore();
    expect(await waitForState(other, body.id, 'open', 'failed')).toMatchObject({
      state: 'open',
    });
    await other.stop();
  });

  it('the configured root is gone', async () => {
    const root = 'k8s/root.yaml';
    const main = await repository().resolveCommit('main');
    const text = (await repository().readFile(String(main), root))?.toString();
    await portal.as('ada').post('/previews', createAppBody(app)).expect(200);
    await sandbox.world.commit({
      author: 'petra',
      message: 'Move the root',
      files: { [root]: null },
    });
    // Nobody has looked since the preview, so that delivery is the first to notice.
    const failed = await ask();
    expect(failed).toMatchObject({
      state: 'failed',
      failure: { code: 'checks-failed' },
    });
    expect(failed.failure?.message).toContain(root);
    const { body } = await portal
      .as('ada')
      .post('/requests', createAppBody(`${app}-more`))
      .expect(400);
    expect(body.error.message).toContain(root);
    await sandbox.world.commit({
      author: 'petra',
      message: 'Bring the root back',
      files: { [root]: text ?? null },
    });
    // What was read before refuses nothing.
    expect(await ask(`${app}-more`)).toMatchObject({ state: 'open' });
    expect(await retry(failed.id)).toMatchObject({ state: 'open' });
  });
});

it('names a missing token and a repository that was never read', async () => {
  const other = await startPortal(sandbox, { token: 'not-the-token' });
  const { body } = await other
    .as('ada')
    .post('/previews', createAppBody(app))
    .expect(503);
  expect(body.error.message).toMatch(/edgit-k8s was never read: /);
  await other.stop();
});

describe('what stands on the forge decides', () => {
  it('goes on where it was stopped', async () => {
    const { id } = await stopBeforePullRequest();
    expect(await retry(id)).toMatchObject({ state: 'open' });
    expect(pullRequests()).toHaveLength(1);
  });

  it('never touches the commit of a human', async () => {
    const { id, branch } = await stopBeforePullRequest();
    const theirs = await sandbox.world.commit({
      branch,
      author: 'boris',
      message: 'Let me finish this',
      files: { 'k8s/notes.md': 'mine\n' },
    });
    const refused = await retry(id);
    expect(refused).toMatchObject({
      state: 'failed',
      failure: { code: 'foreign-commits', retryable: true },
    });
    expect(refused.failure?.message).toContain(branch);
    expect(await repository().resolveCommit(branch)).toBe(theirs);
    expect(pullRequests()).toEqual([]);

    await repository().updateBranch(branch, undefined, theirs);
    expect(await retry(id)).toMatchObject({ state: 'open' });
  });

  it('opens a new one for a closed one only when told to', async () => {
    const other = await startPortal(sandbox);
    const post = (path: string) =>
      other.as('ada').post(path, createAppBody(app));
    const { id } = (await post('/requests').expect(201)).body;
    const first = await waitForState(other, id, 'open', 'failed');
    await sandbox.world.forge.close(first.pullRequest?.number ?? 0, 'petra');
    await waitForState(other, id, 'closed');

    const again = await post('/requests').expect(201);
    expect(again.body).toMatchObject({ id, state: 'closed' });

    await other.as('ada').post(`/requests/${id}/retry`).expect(200);
    expect(await waitForState(other, id, 'open', 'failed')).toMatchObject({
      state: 'open',
      pullRequest: { branch: `${first.pullRequest?.branch}-2` },
    });
    expect(pullRequests().map(({ state }) => state)).toEqual([
      'closed',
      'open',
    ]);
    await other.stop();
  });

  it('plans anew where the base moved', async () => {
    const preview = previewSchema.parse(
      (await portal.as('ada').post('/previews', createAppBody(app))).body,
    );
    const moved = await sandbox.world.commit({
      author: 'petra',
      message: 'Write something down',
      files: { 'docs/notes.md': `${app}\n` },
    });
    const done = await ask();
    expect(done.baseCommit).toBe(moved);
    expect(done.edits).toEqual(preview.edits);
  });

  it('finds on the new base that somebody took the name', async () => {
    const { forge } = sandbox.world;
    forge.failNext('createRef', 'error-before', { times: 100 });
    const failed = await ask();
    forge.failures.clear();
    const main = String(await repository().resolveCommit('main'));
    const list = 'k8s/apps/kustomization.yaml';
    const text = String(await repository().readFile(main, list));
    const theirs = String(
      await repository().readFile(main, 'k8s/apps/paperless.yaml'),
    );
    await sandbox.world.commit({
      author: 'petra',
      message: 'Take the name',
      files: {
        [list]: `${text.trimEnd()}\n  - ${app}.yaml\n`,
        [`k8s/apps/${app}.yaml`]: theirs.replaceAll('paperless', app),
      },
    });
    const refused = await retry(failed.id);
    expect(refused).toMatchObject({
      state: 'failed',
      failure: { code: 'checks-failed' },
    });
    expect(pullRequests()).toEqual([]);
  });

  it('rebuilds what it knew after the loss of its database', async () => {
    const before = await ask();
    const other = await startPortal(sandbox);
    const { body } = await other
      .as('ada')
      .post('/requests', createAppBody(app))
      .expect(201);
    const after = await waitForState(other, body.id, 'open', 'failed');
    expect(after).toMatchObject({
      state: 'open',
      pullRequest: { number: before.pullRequest?.number },
    });
    expect(after.timeline.map(({ event }) => event)).toEqual([
      'requested',
      'adopted',
    ]);
    await other.stop();
  });
});

it('opens one pull request with two replicas on one database', async () => {
  const database = createDatabase();
  const replicas = [
    await startPortal(sandbox, { database }),
    await startPortal(sandbox, { database }),
  ];
  for (const replica of replicas) await replica.untilRead();
  const names = Array.from({ length: 6 }, (_, i) => `pair-${i}`);
  const created = await Promise.all(
    names.flatMap(name =>
      replicas.map(replica =>
        replica.as('ada').post('/requests', createAppBody(name)).expect(201),
      ),
    ),
  );
  const ids = new Set(created.map(({ body }) => body.id));
  expect(ids.size).toBe(names.length);
  for (const id of ids) {
    expect(await waitForState(replicas[0], id, 'open', 'failed')).toMatchObject(
      { state: 'open' },
    );
  }
  for (const name of names) expect(pullRequests(name)).toHaveLength(1);
  await Promise.all(replicas.map(replica => replica.stop()));
  await database.knex.destroy();
});
