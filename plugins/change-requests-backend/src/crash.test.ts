import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { createAppBody } from './__testUtils__/operations';
import { createDatabase, startPortal } from './__testUtils__/startPortal';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(120_000);

let sandbox: Sandbox;
let app = 'none';
let counter = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    ports: freePorts,
    platforms: [],
  });
});

afterAll(() => sandbox.stop());

beforeEach(() => {
  counter += 1;
  app = `app-${counter}`;
});

function pullRequests() {
  return sandbox.world.forge.pullRequests.filter(({ headBranch }) =>
    headBranch.includes(`/${app}-`),
  );
}

describe('a worker that does not come to its end', () => {
  const steps = [
    'repository',
    'createRef',
    'createCommitOnBranch',
    'createPullRequest',
    'requestReviews',
  ];

  async function reach(step: string, seen: number) {
    const { calls } = sandbox.world.forge;
    while (!calls.slice(seen).includes(step)) await sleep(5);
  }

  it.each(steps)('is followed by another when stopped in %s', async step => {
    const database = createDatabase();
    const { forge } = sandbox.world;
    const quiet = { observeSeconds: 3600 };
    const first = await startPortal(sandbox, {
      database,
      changeRequests: quiet,
    });
    await first.untilRead();
    const seen = forge.calls.length;
    forge.failNext(step, 'slow', { delayMs: 1000 });
    const { body } = await first
      .as('ada')
      .post('/requests', createAppBody(app))
      .expect(201);
    await reach(step, seen);
    await first.stop();

    const second = await startPortal(sandbox, {
      database,
      changeRequests: quiet,
    });
    expect(await waitForState(second, body.id, 'open', 'failed')).toMatchObject(
      { state: 'open' },
    );
    await sleep(1000);
    expect(pullRequests()).toHaveLength(1);
    await second.stop();
    await database.knex.destroy();
  });

  it('writes nothing once its lease is lost', async () => {
    const database = createDatabase();
    const { forge } = sandbox.world;
    const replica = await startPortal(sandbox, {
      database,
      changeRequests: { observeSeconds: 3600, leaseSeconds: 0.3 },
    });
    const seen = forge.calls.length;
    forge.failNext('createCommitOnBranch', 'slow', { delayMs: 1000 });
    const { body } = await replica
      .as('ada')
      .post('/requests', createAppBody(app))
      .expect(201);
    await reach('createCommitOnBranch', seen);
    // What a successor does when it claims.
    await database.knex('intents').increment('fence', 1);
    await database.knex('intents').update({ lease_until: '' });
    const done = await waitForState(replica, body.id, 'open', 'failed');
    expect(done.timeline.map(({ event }) => event)).toEqual([
      'requested',
      'opened',
    ]);
    await sleep(1000);
    expect(pullRequests()).toHaveLength(1);
    await replica.stop();
    await database.knex.destroy();
  });
});
