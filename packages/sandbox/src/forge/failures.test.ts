import { startTestForge, type TestForge } from './__testUtils__/startTestForge';

const repository = '/repos/edgit/edgit-k8s';
const pullsOperation = 'POST /repos/{owner}/{repo}/pulls';

describe('a forge that fails', () => {
  let forge: TestForge;
  let repositoryId: string;
  beforeAll(async () => {
    forge = await startTestForge();
    const { data } = await forge.graphql(
      '{ repository(owner: "edgit", name: "edgit-k8s") { id } }',
    );
    repositoryId = data.repository.id;
  });
  afterAll(() => forge.stop());

  const propose = async (branch: string) =>
    forge.graphql(
      `mutation ($ref: CreateRefInput!, $commit: CreateCommitOnBranchInput!, $pull: CreatePullRequestInput!) {
        createRef(input: $ref) { ref { name } }
        createCommitOnBranch(input: $commit) { commit { oid } }
        createPullRequest(input: $pull) { pullRequest { number } }
      }`,
      {
        ref: {
          repositoryId,
          name: `refs/heads/${branch}`,
          oid: await forge.head(),
        },
        commit: {
          branch: {
            repositoryNameWithOwner: 'edgit/edgit-k8s',
            branchName: branch,
          },
          expectedHeadOid: await forge.head(),
          message: { headline: 'Add' },
          fileChanges: {
            additions: [{ path: `${branch}.yaml`, contents: '' }],
          },
        },
        pull: {
          repositoryId,
          baseRefName: 'main',
          headRefName: branch,
          title: branch,
        },
      },
    );
  const pullRequestsOf = (branch: string) =>
    forge.world.forge.pullRequests.filter(
      candidate => candidate.headBranch === branch,
    ).length;

  it('runs several mutations of one document in order', async () => {
    forge.world.forge.calls.length = 0;
    const answer = await propose('serial');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.createPullRequest.pullRequest.number).toBe(1);
    expect(forge.world.forge.calls).toEqual([
      'createRef',
      'createCommitOnBranch',
      'createPullRequest',
    ]);
  });

  it.each([
    { mode: 'error-before', seen: 502, happened: false },
    { mode: 'error-after', seen: 502, happened: true },
    { mode: 'lost-answer', seen: 'fetch failed', happened: true },
  ] as const)(
    'breaks off in the middle of a document: $mode',
    async ({ mode, seen, happened }) => {
      const branch = `middle-${mode}`;
      forge.world.forge.failNext('createCommitOnBranch', mode);
      const outcome = await propose(branch).then(
        answer => answer.status,
        (error: Error) => error.message,
      );
      expect(outcome).toBe(seen);
      const head = await forge.head(branch);
      expect(head !== (await forge.head())).toBe(happened);
      expect(head).toBeDefined();
      expect(pullRequestsOf(branch)).toBe(0);
      const retried = await propose(branch);
      expect(retried.errors[0]).toMatchObject({
        type: 'UNPROCESSABLE',
        path: ['createRef'],
      });
      expect(pullRequestsOf(branch)).toBe(1);
    },
  );

  it('loses answers of REST after the effect, and of the chosen call only', async () => {
    await forge.proposeBranch('lost');
    const open = () =>
      forge.rest('POST', `${repository}/pulls`, {
        title: 'Lost',
        head: 'lost',
        base: 'main',
      });
    const { forge: state } = forge.world;
    state.failNext(operation => operation === pullsOperation, 'lost-answer');
    await expect(open()).rejects.toThrow('fetch failed');
    expect(pullRequestsOf('lost')).toBe(1);
    expect((await open()).status).toBe(422);

    const list = 'GET /repos/{owner}/{repo}/pulls';
    state.failNext(list, 'error-before', { after: 1, times: 2 });
    const statuses = [];
    for (let call = 0; call < 4; call += 1) {
      statuses.push((await forge.rest('GET', `${repository}/pulls`)).status);
    }
    expect(statuses).toEqual([200, 502, 502, 200]);
  });

  it('lets a slow effect happen although the client has gone', async () => {
    await forge.proposeBranch('slow');
    const opened = new Promise<number>(resolve => {
      forge.world.events.on('pull-request-changed', event =>
        resolve(event.number),
      );
    });
    forge.world.forge.failNext(pullsOperation, 'slow', { delayMs: 150 });
    const gone = fetch(`${forge.urls.forge}/api/v3${repository}/pulls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${forge.tokens.forge}` },
      body: JSON.stringify({ title: 'Slow', head: 'slow', base: 'main' }),
      signal: AbortSignal.timeout(50),
    });
    await expect(gone).rejects.toThrow(/aborted/);
    expect(pullRequestsOf('slow')).toBe(0);
    const number = await opened;
    expect(forge.world.forge.pullRequest(number).headBranch).toBe('slow');
  });

  it.each([
    { kind: 'unavailable', status: 503, says: 'Service unavailable' },
    {
      kind: 'forbidden',
      status: 403,
      says: 'Resource not accessible by personal access token',
    },
    { kind: 'rate-limited', status: 403, says: 'secondary rate limit' },
  ] as const)(
    'answers $kind while that fault is set',
    async ({ kind, status, says }) => {
      const fault = forge.world.faults.set({
        system: 'forge',
        kind,
        match: '/pulls',
      });
      const hit = await forge.rest('GET', `${repository}/pulls`);
      expect(hit.status).toBe(status);
      expect(hit.body.message).toContain(says);
      expect(hit.headers.get('retry-after')).toBe(
        kind === 'rate-limited' ? '60' : null,
      );
      expect((await forge.rest('GET', repository)).status).toBe(200);
      forge.world.faults.clear({ id: fault.id });
      expect((await forge.rest('GET', `${repository}/pulls`)).status).toBe(200);
    },
  );

  it('sends JSON that ends too early, or late answers, while those faults are set', async () => {
    forge.world.faults.set({ system: 'forge', kind: 'malformed', times: 1 });
    await expect(forge.graphql('{ viewer { login } }')).rejects.toThrow(/JSON/);
    forge.world.faults.set({
      system: 'forge',
      kind: 'slow',
      delayMs: 60_000,
      times: 1,
    });
    const late = fetch(`${forge.urls.forge}/api/v3/user`, {
      signal: AbortSignal.timeout(100),
    });
    await expect(late).rejects.toThrow(/aborted/);
    expect(
      (await forge.graphql('{ viewer { login } }')).data.viewer.login,
    ).toBe('portal');
  });

  it('counts calls per hour and refuses those above the limit, in both APIs', async () => {
    const { forge: state, clock } = forge.world;
    const first = await forge.rest('GET', '/user');
    const second = await forge.rest('GET', '/user');
    const remaining = (answer: typeof first) =>
      Number(answer.headers.get('x-ratelimit-remaining'));
    expect(remaining(second)).toBe(remaining(first) - 1);
    state.rateLimit.limit = 1;
    const refused = await forge.rest('GET', '/user');
    expect(refused).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('API rate limit exceeded') },
    });
    expect(remaining(refused)).toBe(0);
    expect(await forge.graphql('{ viewer { login } }')).toMatchObject({
      status: 200,
      errors: [{ type: 'RATE_LIMITED' }],
    });
    clock.advance(3_600_000);
    expect((await forge.rest('GET', '/user')).status).toBe(200);
    state.rateLimit.limit = 5_000;
  });
});
