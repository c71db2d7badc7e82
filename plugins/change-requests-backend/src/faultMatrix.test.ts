import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { createAppBody } from './__testUtils__/operations';
import { startPortal, type Portal } from './__testUtils__/startPortal';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(600_000);

const callTimeoutMilliseconds = 250;
const calls = [
  'repository',
  'createRef',
  'createCommitOnBranch',
  'createPullRequest',
  'addLabelsToLabelable',
  'requestReviews',
] as const;
const modes = ['error-before', 'error-after', 'lost-answer', 'slow'] as const;

interface Fault {
  call: (typeof calls)[number];
  mode: (typeof modes)[number];
}

const faults: Fault[] = calls.flatMap(call =>
  modes.map(mode => ({ call, mode })),
);
/** Every set of two, with two of the same kind in a row among them. */
const pairs = faults.flatMap((first, i) =>
  faults.slice(i).map(second => [first, second]),
);

let sandbox: Sandbox;
let portal: Portal;
let counter = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ ports: freePorts });
  portal = await startPortal(sandbox, {
    changeRequests: {
      pollSeconds: 0.01,
      observeSeconds: 3600,
      callTimeoutSeconds: callTimeoutMilliseconds / 1000,
      backoffSeconds: 0.005,
      maxTries: 10,
    },
  });
  // The first pull request of a repository makes the label.
  await request();
});

afterAll(async () => {
  await portal.stop();
  await sandbox.stop();
});

async function request() {
  counter += 1;
  const created = await portal
    .as('ada')
    .post('/requests', createAppBody(`app-${counter}`))
    .expect(201);
  return waitForState(portal, created.body.id, 'open', 'failed');
}

function pullRequestsOf(app: string) {
  return sandbox.world.forge.pullRequests.filter(({ headBranch }) =>
    headBranch.startsWith(`portal/create-app/${app}-`),
  );
}

async function expectOnePullRequest(...planned: Fault[]) {
  const { forge } = sandbox.world;
  for (const { call, mode } of planned) {
    forge.failNext(call, mode, { delayMs: 1.5 * callTimeoutMilliseconds });
  }
  const done = await request();
  forge.failures.clear();
  expect(done).toMatchObject({ state: 'open' });
  expect(pullRequestsOf(done.apps[0])).toEqual([
    expect.objectContaining({
      number: done.pullRequest?.number,
      state: 'open',
      labels: ['portal'],
      requestedReviewers: ['petra'],
    }),
  ]);
}

it.each(faults)('survives $mode of $call', async fault => {
  await expectOnePullRequest(fault);
});

it('survives every two of these faults', async () => {
  for (const pair of pairs) await expectOnePullRequest(...pair);
});

it('leaves one pull request per request after late effects, too', async () => {
  await sleep(2 * callTimeoutMilliseconds);
  const heads = sandbox.world.forge.pullRequests.map(pull => pull.headBranch);
  expect(heads).toHaveLength(counter);
  expect(new Set(heads).size).toBe(counter);
});
