import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { createAppBody } from './__testUtils__/operations';
import { openDatabase } from './__testUtils__/openDatabase';
import { Replica } from './__testUtils__/Replica';

jest.setTimeout(600_000);

const users = 20;
const requestsEach = 10;
const kills = 6;

let sandbox: Sandbox;
let directory: string;
let replicas: Replica[];
let database: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  sandbox = await startSandbox({ ports: freePorts, platforms: [] });
  directory = await mkdtemp(join(tmpdir(), 'replicas-'));
  const filename = join(directory, 'intents.sqlite');
  replicas = [1, 2].map(
    () =>
      new Replica({
        url: sandbox.urls.forge,
        token: sandbox.tokens.forge,
        database: filename,
      }),
  );
  // One after the other, as both would migrate the database.
  for (const replica of replicas) await replica.start();
  database = openDatabase(filename);
});

afterAll(async () => {
  await Promise.all(replicas.map(replica => replica.kill()));
  await database.knex.destroy();
  await sandbox.stop();
  await rm(directory, { recursive: true, force: true });
});

/** As a user does whose portal went away: again, on whichever replica answers. */
async function submit(user: number, app: string): Promise<void> {
  for (;;) {
    const { url } = replicas[Math.floor(Math.random() * replicas.length)];
    const status = url
      ? await fetch(`${url}/api/change-requests/requests`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: mockCredentials.user.header(
              `user:default/user-${user}`,
            ),
          },
          body: JSON.stringify(createAppBody(app)),
        }).then(
          answer => answer.status,
          () => undefined,
        )
      : undefined;
    if (status === 201) return;
    expect([undefined, 500, 503]).toContain(status);
    await sleep(100);
  }
}

async function states(): Promise<Record<string, number>> {
  const rows = await database
    .knex('intents')
    .select<{ state: string; count: number }[]>(
      'state',
      database.knex.raw('count(*) as count'),
    )
    .groupBy('state');
  return Object.fromEntries(
    rows.map(({ state, count }) => [state, Number(count)]),
  );
}

it('makes 200 pull requests of 200 requests, whichever replica dies when', async () => {
  const wanted = users * requestsEach;
  const submitting = Promise.all(
    Array.from({ length: users }, async (_, user) => {
      for (let index = 0; index < requestsEach; index += 1) {
        await submit(user, `app-${user}-${index}`);
      }
    }),
  );
  for (let killed = 0; killed < kills; killed += 1) {
    await sleep(500 + Math.random() * 4000);
    const replica = replicas[Math.floor(Math.random() * replicas.length)];
    await replica.kill();
    await replica.start();
  }
  await submitting;
  while ((await states()).draft) await sleep(200);

  expect(await states()).toEqual({ open: wanted });
  const { pullRequests, calls } = sandbox.world.forge;
  const heads = pullRequests
    .map(pull => pull.headBranch)
    .filter(branch => branch.startsWith('portal/create-app/app-'));
  expect(new Set(heads).size).toBe(wanted);
  expect(heads).toHaveLength(wanted);
  expect(pullRequests.filter(({ state }) => state !== 'open')).toEqual([]);

  // Every branch is one commit on the base: nothing was written over.
  const [{ repository }] = sandbox.world.platforms;
  const base = await repository.resolveCommit('main');
  for (const head of heads) {
    expect(await repository.resolveCommit(`${head}~1`)).toBe(base);
  }
  expect(calls.filter(call => /updateRef|refs\/\{ref/i.test(call))).toEqual([]);
});
