import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeRequest } from '@internal/plugin-change-requests-common';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { createAppBody } from './__testUtils__/operations';
import { startPortal, type Portal } from './__testUtils__/startPortal';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(120_000);

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  sandbox = await startSandbox({ ports: freePorts, platforms: [] });
  portal = await startPortal(sandbox);
});

afterAll(async () => {
  await portal.stop();
  await sandbox.stop();
});

/** The pull request as soon as the portal compared this head of it. */
async function compared(id: string, head: string | undefined) {
  for (;;) {
    const { body } = await portal.as('ada').get(`/requests/${id}`).expect(200);
    const pull: ChangeRequest['pullRequest'] = body.pullRequest;
    if (pull?.content && pull.headCommit === head) return pull;
    await sleep(20);
  }
}

it('says whether a pull request holds what was planned, as its branch moves', async () => {
  const created = await portal
    .as('ada')
    .post('/requests', createAppBody('wiki'))
    .expect(201);
  const { id } = created.body;
  const { pullRequest } = await waitForState(portal, id, 'open');
  const [{ repository }] = sandbox.world.platforms;
  const branch = pullRequest?.branch ?? '';

  const written = await repository.resolveCommit(branch);
  expect(await compared(id, written)).toMatchObject({ content: 'as-planned' });

  const theirs = await sandbox.world.commit({
    branch,
    author: 'boris',
    message: 'One more replica',
    files: { 'k8s/wiki/notes.md': 'mine\n' },
  });
  expect(await compared(id, theirs)).toMatchObject({ content: 'edited' });
});
