import { setTimeout as sleep } from 'node:timers/promises';
import {
  changeRequestDetailSchema,
  previewSchema,
  type ChangeRequestDetail,
  type ChangeRequestState,
} from '@internal/plugin-change-requests-common';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { createAppBody } from './__testUtils__/operations';
import { startPortal, type Portal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  sandbox = await startSandbox({ ports: freePorts });
  portal = await startPortal(sandbox);
});

afterAll(async () => {
  await portal.stop();
  await sandbox.stop();
});

async function waitFor(
  id: string,
  ...states: ChangeRequestState[]
): Promise<ChangeRequestDetail> {
  for (;;) {
    const { body } = await portal.as('ada').get(`/requests/${id}`).expect(200);
    const detail = changeRequestDetailSchema.parse(body);
    if (states.includes(detail.state)) return detail;
    await sleep(20);
  }
}

describe('from a preview to a pull request', () => {
  it('opens one pull request with exactly what the preview showed', async () => {
    const ada = portal.as('ada');
    const started = Date.now();
    const preview = previewSchema.parse(
      (await ada.post('/previews', createAppBody('wiki')).expect(200)).body,
    );
    console.log('preview', Date.now() - started, preview.findings, preview.edits.map(e => e.path));
    expect(preview.submittable).toBe(true);

    const s2 = Date.now();
    const created = await ada.post('/requests', createAppBody('wiki'));
    expect(created.status).toBe(201);
    const open = await waitFor(created.body.id, 'open', 'failed');
    console.log('open', Date.now() - s2, JSON.stringify(open.failure), open.timeline, sandbox.world.forge.calls);
    expect(open).toMatchObject({ state: 'open' });
    const [pull] = sandbox.world.forge.pullRequests;
    console.log(pull.title, pull.body, pull.labels, pull.requestedReviewers);
  });
});
