import {
  callsByForge,
  FaultLane,
  modes,
  type Fault,
} from './__testUtils__/FaultLane';
import { createAppBody } from './__testUtils__/operations';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(600_000);

// Each commit is a few runs of Git, which are slow on a machine under load.
const callTimeoutMilliseconds = 5_000;

describe.each(['gitlab', 'gitea'] as const)('a portal on %s', kind => {
  let lane: FaultLane;
  beforeAll(async () => {
    lane = await FaultLane.start(kind, callTimeoutMilliseconds);
  });
  afterAll(() => lane.stop());
  afterEach(() => {
    lane.sandbox.world.faults.clear();
    lane.sandbox.world.forge.archived.clear();
    lane.sandbox.world.forge.addToken(lane.sandbox.tokens.forge, 'portal');
  });

  const repository = () => lane.sandbox.world.platforms[0].repository;
  const retry = async (id: string) => {
    await lane.portal.as('ada').post(`/requests/${id}/retry`).expect(200);
    return waitForState(lane.portal, id, 'open', 'failed');
  };
  const appOf = (branch: string) =>
    /^portal\/create-app\/(app-\d+)-/.exec(branch)?.[1];

  const singleFaults: Fault[] = callsByForge[kind].flatMap(call =>
    modes.map(mode => ({ call, mode })),
  );
  it.each(singleFaults)(
    'opens one pull request in spite of $mode of $call',
    async fault => {
      const { done, pullRequests } = await lane.request([fault]);
      expect([done.state, done.failure]).toEqual(['open', undefined]);
      expect(pullRequests).toMatchObject([
        {
          number: done.pullRequest?.number,
          state: 'open',
          labels: ['portal'],
          requestedReviewers: ['petra'],
        },
      ]);
      const [{ headOid }] = pullRequests;
      const files = await repository().listFiles(headOid);
      expect(files.map(({ path }) => path)).toEqual(
        expect.arrayContaining(
          done.edits.flatMap(edit => (edit.kind === 'delete' ? [] : edit.path)),
        ),
      );
    },
  );

  it('finds what it opened before, and what became of it', async () => {
    const { done } = await lane.request();
    const app = appOf(done.pullRequest?.branch ?? '');
    const body = createAppBody(app ?? '');
    const again = await lane.portal.as('ada').post('/requests', body);
    expect(again.body).toMatchObject({ id: done.id, state: 'open' });
    expect(lane.pullRequests(app)).toHaveLength(1);

    await lane.sandbox.world.forge.close(
      done.pullRequest?.number ?? 0,
      'petra',
    );
    await lane.portal.as('ada').post(`/requests/${done.id}/retry`);
    const known = await lane.portal.as('ada').get(`/requests/${done.id}`);
    expect(known.body.pullRequest.number).toBe(done.pullRequest?.number);
  });

  it('never touches the commit of a human', async () => {
    const { faults } = lane.sandbox.world;
    const open =
      kind === 'gitlab'
        ? 'POST /api/v4/projects/edgit%2Fedgit-k8s/merge_requests'
        : 'POST /api/v1/repos/edgit/edgit-k8s/pulls';
    faults.set({ system: 'forge', kind: 'forbidden', match: open });
    const { done: failed, pullRequests } = await lane.request();
    faults.clear();
    expect(failed).toMatchObject({
      state: 'failed',
      failure: { code: 'forbidden' },
    });
    expect(pullRequests).toEqual([]);
    const app = `app-${lane.requests}-`;
    const branch = [...(await repository().branches()).keys()].find(name =>
      name.includes(`/${app}`),
    );
    const theirs = await lane.sandbox.world.commit({
      branch,
      author: 'boris',
      message: 'Let me finish this',
      files: { 'k8s/notes.md': 'mine\n' },
    });
    expect(await retry(failed.id)).toMatchObject({
      state: 'failed',
      failure: { code: 'foreign-commits' },
    });
    expect(await repository().resolveCommit(branch ?? '')).toBe(theirs);
    await repository().updateBranch(branch ?? '', undefined, theirs);
    expect(await retry(failed.id)).toMatchObject({ state: 'open' });
  });

  it('plans on the base as it is now', async () => {
    const moved = await lane.sandbox.world.commit({
      author: 'petra',
      message: 'Write something down',
      files: { 'docs/notes.md': `${kind}\n` },
    });
    const { done } = await lane.request();
    expect(done).toMatchObject({ state: 'open', baseCommit: moved });
  });

  it('names an archived repository, and goes on after', async () => {
    const { forge } = lane.sandbox.world;
    forge.archived.add(repository().fullName);
    const { done: archived } = await lane.request();
    expect(archived).toMatchObject({
      state: 'failed',
      failure: { code: 'archived', retryable: true },
    });
    forge.archived.clear();
    expect(await retry(archived.id)).toMatchObject({ state: 'open' });
  });
});
