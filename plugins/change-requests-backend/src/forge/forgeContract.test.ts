import { generateKeyPairSync } from 'node:crypto';
import type { FileEdit } from '@internal/gitops-model';
import { ForgeWorld } from '../__testUtils__/ForgeWorld';
import type { ForgeClient } from './ForgeClient';
import { forgeKinds, type ForgeKind } from './ForgeKind';

jest.setTimeout(240_000);

let world: ForgeWorld;
const human = { author: 'boris', message: 'By hand' };

beforeAll(async () => {
  world = await ForgeWorld.start();
});
afterAll(() => world.stop());
beforeEach(() => world.reset());

describe.each(forgeKinds)('%s', kind => {
  let client: ForgeClient;
  beforeEach(() => {
    client = world.client(kind);
  });

  describe('commits', () => {
    it('makes a branch with one commit on the base it was planned on, and says what is there', async () => {
      const before = await world.read(client, 'portal/none');
      expect(before).toMatchObject({ branch: undefined, pullRequests: [] });
      expect(before.baseCommit).toBe(await world.ask('rev-parse', 'main'));

      const branch = await world.commit(client, {
        edits: [
          {
            kind: 'create',
            path: `${kind}/new "one".yaml`,
            after: 'é: "\\"\n',
          },
          { kind: 'change', path: 'README.md', before: '', after: 'Changed' },
          {
            kind: 'delete',
            path: 'k8s/apps/kustomization.yaml',
            before: '',
          },
        ],
      });
      const { branch: found } = await world.read(client, branch);
      const head = await world.ask('rev-parse', branch);
      expect(found).toEqual({
        tree: await world.ask('rev-parse', `${branch}^{tree}`),
        commits: expect.anything(),
      });
      expect(found?.commits[0]).toMatchObject({
        oid: head,
        message: expect.stringMatching(
          /^Add one\n\nportal-intent: 1\nportal-base: 2\n?$/,
        ),
        parents: [before.baseCommit],
      });
      expect(found?.commits[1].oid).toBe(before.baseCommit);
      expect(
        (await world.ask('diff', '--name-status', '-z', 'main', branch)).split(
          '\0',
        ),
      ).toEqual([
        'M',
        'README.md',
        'A',
        `${kind}/new "one".yaml`,
        'D',
        'k8s/apps/kustomization.yaml',
        '',
      ]);
      expect(await world.ask('show', `${branch}:${kind}/new "one".yaml`)).toBe(
        'é: "\\"',
      );
      expect(await world.ask('show', `${branch}:README.md`)).toBe('Changed');
    });

    it('adds to its own branch, and refuses where the branch is elsewhere', async () => {
      const { branch, pullRequest } = await world.propose(client);
      const first = await world.ask('rev-parse', branch);
      const update = (expectedHead: string, path: string) =>
        world.commit(client, {
          branch,
          expectedHead,
          createBranch: false,
          edits: [{ kind: 'create', path, after: 'second: true\n' }],
        });
      await update(first, `${kind}/second.yaml`);
      const second = await world.ask('rev-parse', branch);
      expect(await world.ask('rev-parse', `${branch}^`)).toBe(first);
      expect(await world.status(client, pullRequest.number)).toMatchObject({
        headCommit: second,
      });

      const theirs = await world.sandbox.world.commit({
        ...human,
        branch,
        files: { [`${kind}/by-hand.yaml`]: 'mine: true\n' },
      });
      await expect(update(second, `${kind}/third.yaml`)).rejects.toMatchObject({
        code: 'stale',
      });
      await expect(
        world.commit(client, { branch, createBranch: true }),
      ).rejects.toMatchObject({ code: 'stale' });
      expect(await world.ask('rev-parse', branch)).toBe(theirs);
      const { branch: found } = await world.read(client, branch);
      expect(found?.commits.map(({ oid }) => oid).slice(0, 3)).toEqual([
        theirs,
        second,
        first,
      ]);
    });

    it('starts at the commit it was told, though the base has moved', async () => {
      const { baseCommit } = await world.read(client, 'portal/none');
      await world.sandbox.world.commit({
        ...human,
        files: { [`${kind}-moved.yaml`]: 'moved: true\n' },
      });
      const branch = await world.commit(client, { expectedHead: baseCommit });
      expect(await world.ask('rev-parse', `${branch}^`)).toBe(baseCommit);
      expect((await world.read(client, branch)).baseCommit).not.toBe(
        baseCommit,
      );
    });

    it('takes 300 files at once', async () => {
      const edits = Array.from({ length: 300 }, (_, i): FileEdit => ({
        kind: 'create',
        path: `${kind}/many/${i % 20}/${i}.yaml`,
        after: `number: ${i}\n`.repeat(50),
      }));
      const { branch } = await world.propose(client, { edits });
      const changed = await world.ask('diff', '--name-only', 'main', branch);
      expect(
        changed.split('\n').filter(path => path.startsWith(`${kind}/many/`)),
      ).toHaveLength(300);
      const { branch: found } = await world.read(client, branch);
      expect(found?.tree).toBe(
        await world.ask('rev-parse', `${branch}^{tree}`),
      );
    });
  });

  describe('pull requests', () => {
    it('opens one of a branch and finds it again in every state', async () => {
      const { branch, pullRequest } = await world.propose(client, {
        body: 'Why\n\n<!-- marker -->',
      });
      const found = async () => (await world.read(client, branch)).pullRequests;
      expect(pullRequest).toMatchObject({
        state: 'open',
        body: 'Why\n\n<!-- marker -->',
        headCommit: await world.ask('rev-parse', branch),
      });
      const page = await fetch(pullRequest.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Add one');
      expect(await found()).toEqual([pullRequest]);
      await expect(world.open(client, branch)).rejects.toMatchObject({
        code: 'stale',
      });

      await world.forge.close(pullRequest.number, 'boris');
      expect(await found()).toMatchObject([{ state: 'closed' }]);
      expect(await world.status(client, pullRequest.number)).toMatchObject({
        state: 'closed',
        approved: false,
      });

      const again = await world.open(client, branch);
      expect(await found()).toMatchObject([
        { number: again.number, state: 'open' },
        { number: pullRequest.number, state: 'closed' },
      ]);
      const mergeCommit = await world.forge.merge(again.number, 'petra');
      await world.ask('update-ref', '-d', `refs/heads/${branch}`);
      await world.git.noticeChanges();
      expect(await found()).toMatchObject([
        { number: again.number, state: 'merged' },
        { number: pullRequest.number, state: 'closed' },
      ]);
      expect(await world.status(client, again.number)).toMatchObject({
        state: 'merged',
        mergeCommit,
        mergedBy: 'petra',
      });
      expect(await world.status(client, 9999)).toBeUndefined();
    });

    it('adds labels it has to make, and asks people it knows', async () => {
      world.forge.gitlabTier = 'premium';
      const { branch, pullRequest } = await world.propose(client);
      const labels = ['portal', `label of ${kind}`];
      const wanted = { labels, reviewers: ['petra', 'nobody'] };
      const { labelIds, reviewerIds } = await world.read(
        client,
        branch,
        wanted,
      );
      expect([...reviewerIds.keys()]).toEqual(['petra']);
      const [stored] = world.forge.pullRequests.slice(-1);
      stored.labels.push('by hand');
      stored.requestedReviewers.push('boris');
      const decorate = () =>
        client.decorate(
          world.repository,
          {
            pullRequest,
            labels,
            labelIds,
            reviewerIds: [...reviewerIds.values()],
          },
          world.signal,
        );
      await decorate();
      await decorate();
      const [{ labels: added, reviewers }] = (
        await world.read(client, branch, wanted)
      ).pullRequests;
      expect([...added].sort()).toEqual([...labels, 'by hand'].sort());
      expect([...reviewers].sort()).toEqual(['boris', 'petra']);
    });

    it('tells approvals and checks', async () => {
      const { number } = (await world.propose(client)).pullRequest;
      const status = () => world.status(client, number);
      world.forge.gitlabTier = 'premium';
      expect(await status()).toMatchObject({
        approved: false,
        checks: 'none',
        merging: 'clean',
      });
      for (const [said, checks] of [
        ['pending', 'pending'],
        ['failure', 'failed'],
        ['success', 'passed'],
      ] as const) {
        world.forge.setChecks(number, said);
        expect(await status()).toMatchObject({ checks });
      }
      const calls = world.forge.calls.length;
      await world.forge.approve(number, 'petra');
      expect(await status()).toMatchObject({
        state: 'open',
        approved: true,
        approvedBy: 'petra',
      });
      expect(world.forge.calls.length - calls).toBe(
        { github: 1, gitlab: 3, gitea: 4 }[kind],
      );
    });

    it('tells a conflict with the base, as far as the forge does', async () => {
      const path = `${kind}-both.yaml`;
      const { number } = (
        await world.propose(client, {
          edits: [{ kind: 'create', path, after: 'ours: true\n' }],
        })
      ).pullRequest;
      await world.sandbox.world.commit({
        ...human,
        files: { [path]: 'theirs: true\n' },
      });
      expect(await world.status(client, number)).toMatchObject({
        merging: kind === 'gitea' ? 'unknown' : 'conflict',
      });
    });

    it('takes a text as long as it says', async () => {
      const branch = await world.commit(client);
      const longest = 'x'.repeat(client.maxBodyLength);
      const refused = await world.open(client, branch, `${longest}x`).then(
        // Where nothing is refused it was opened, and is closed again.
        ({ number }) => world.forge.close(number, 'petra').then(() => 'none'),
        error => error.code,
      );
      expect(refused).toBe(kind === 'gitea' ? 'none' : 'invalid');
      expect(await world.open(client, branch, longest)).toMatchObject({
        body: longest,
      });
    });
  });

  describe('failures', () => {
    const each = async (code: string, use: ForgeClient = client) => {
      const calls = [
        () => world.read(use, 'portal/none'),
        () => use.readPullRequests(world.repository, [1], world.signal),
      ];
      for (const call of calls) {
        await expect(call()).rejects.toMatchObject({ code });
      }
    };

    it('names credentials that are not accepted any more, for the API and for Git', async () => {
      const branch = await world.commit(client);
      world.forge.revokeToken(world.sandbox.tokens.forge);
      await each('bad-credentials');
      await expect(
        client.commit(
          world.repository,
          {
            repositoryId: '1',
            branch,
            expectedHead: await world.ask('rev-parse', branch),
            createBranch: false,
            headline: 'x',
            body: 'x',
            edits: [{ kind: 'create', path: 'x', after: 'x' }],
          },
          world.signal,
        ),
      ).rejects.toMatchObject({ code: 'bad-credentials' });
    });

    it('names a forge that asks to wait, and until when', async () => {
      world.sandbox.world.faults.set({ system: 'forge', kind: 'rate-limited' });
      const asked = Date.now();
      await expect(world.read(client, 'portal/none')).rejects.toMatchObject({
        code: 'rate-limited',
        retryAt: expect.any(Number),
      });
      const { retryAt } = await world
        .read(client, 'portal/none')
        .catch(error => error);
      expect(retryAt - asked).toBeGreaterThanOrEqual(60_000);
      world.sandbox.world.faults.clear();
      world.forge.rateLimit.limit = 1;
      await world.read(client, 'portal/none').catch(() => {});
      await each('rate-limited');
    });

    it.each([
      ['unavailable', 'unavailable'],
      ['malformed', 'malformed'],
      ['forbidden', 'forbidden'],
    ] as const)('names an answer that is %s', async (fault, code) => {
      world.sandbox.world.faults.set({ system: 'forge', kind: fault });
      await each(code);
    });

    it('gives up on a forge that is silent', async () => {
      world.sandbox.world.faults.set({ system: 'forge', kind: 'slow' });
      await each('timeout', world.client(kind, { deadlineMilliseconds: 100 }));
    });

    it('stops when it is told to', async () => {
      await expect(
        client.read(
          world.repository,
          { branch: 'x', labels: [], reviewers: [] },
          AbortSignal.abort(new Error('stopped')),
        ),
      ).rejects.toThrow('stopped');
    });

    it('names an archived repository, whether read or written', async () => {
      const branch = await world.commit(client);
      world.forge.archived.add(world.git.fullName);
      await expect(world.read(client, branch)).rejects.toMatchObject({
        code: 'archived',
      });
      await expect(
        client.openPullRequest(
          world.repository,
          { repositoryId: repositoryId(kind), branch, title: 'x', body: '' },
          world.signal,
        ),
      ).rejects.toMatchObject({
        code: kind === 'gitea' ? 'archived' : 'forbidden',
      });
    });

    it('names a repository and a base that are not there', async () => {
      const read = (change: object) =>
        client.read(
          { ...world.repository, ...change },
          { branch: 'x', labels: [], reviewers: [] },
          world.signal,
        );
      await expect(
        read({ url: `${world.repository.url}-other` }),
      ).rejects.toMatchObject({ code: 'not-found' });
      await expect(read({ base: 'trunk' })).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    it('names a token that may only read, and one that is missing', async () => {
      world.forge.addAccount({
        login: `reader-${kind}`,
        name: 'Reader',
        permission: 'read',
      });
      world.forge.addToken(`token-${kind}`, `reader-${kind}`);
      const reader = world.client(kind, { token: `token-${kind}` });
      await expect(world.commit(reader)).rejects.toMatchObject({
        code: 'forbidden',
      });
      const branch = await world.commit(client);
      const expectedHead = await world.ask('rev-parse', branch);
      await expect(
        world.commit(reader, { branch, expectedHead, createBranch: false }),
      ).rejects.toMatchObject({ code: 'forbidden' });
      await expect(
        world.read(world.client(kind, { integrations: {} }), 'x'),
      ).rejects.toMatchObject({ code: 'no-credentials' });
    });
  });
});

function repositoryId(kind: ForgeKind): string {
  return kind === 'github'
    ? `R_${Buffer.from(JSON.stringify([world.git.fullName])).toString('base64url')}`
    : '1';
}

describe('a branch, its commit and its pull request at once', () => {
  const propose = async (
    branch: string,
    path: string,
    github = world.client('github'),
  ) => {
    const found = await world.read(github, branch);
    return github.propose?.(
      world.repository,
      {
        commit: {
          repositoryId: found.repositoryId,
          branch,
          expectedHead: found.baseCommit,
          headline: 'Add one',
          body: 'portal-intent: 1',
          edits: [{ kind: 'create', path, after: 'one: 1\n' }],
        },
        title: 'Add one',
        body: 'Why',
      },
      world.signal,
    );
  };
  const pullRequestsOf = (branch: string) =>
    world.forge.pullRequests.filter(({ headBranch }) => headBranch === branch);

  it('take one call of GitHub', async () => {
    const branch = 'portal/at-once';
    const fetched = jest.spyOn(globalThis, 'fetch');
    const opened = await propose(branch, 'made/at-once.yaml');
    // One for the reading before.
    expect(fetched).toHaveBeenCalledTimes(2);
    fetched.mockRestore();
    expect(opened).toMatchObject({ state: 'open', body: 'Why' });
    expect(opened?.headCommit).toBe(await world.ask('rev-parse', branch));
    expect(await world.ask('show', `${branch}:made/at-once.yaml`)).toBe(
      'one: 1',
    );
  });

  it('leave an empty branch and no pull request where the commit is refused', async () => {
    const branch = 'portal/refused';
    await expect(
      propose(branch, '.github/workflows/one.yaml'),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await world.ask('rev-parse', branch)).toBe(
      await world.ask('rev-parse', 'main'),
    );
    expect(pullRequestsOf(branch)).toEqual([]);
  });

  const meet = async (branch: string, message: string) => {
    const client = world.client('github');
    const reading = await world.read(client, branch);
    const head = await world.sandbox.world.commit({
      author: 'boris',
      message,
      branch,
      files: { [`made/of-${branch}.yaml`]: 'mine: true\n' },
    });
    jest.spyOn(client, 'read').mockResolvedValueOnce(reading);
    await expect(
      propose(branch, 'made/met.yaml', client),
    ).rejects.toMatchObject({ code: 'stale' });
    expect(await world.ask('rev-parse', branch)).toBe(head);
    return pullRequestsOf(branch);
  };

  it('write nothing on a branch that somebody made meanwhile, and leave no open pull request of it', async () => {
    expect(await meet('portal/met', 'By hand')).toMatchObject([
      {
        state: 'closed',
        body: expect.stringContaining('somebody else made its branch'),
      },
    ]);
  });

  it('leave the pull request of a branch that a slow try has made', async () => {
    const message = 'Add one\n\nportal-intent: 1';
    expect(await meet('portal/slow', message)).toMatchObject([
      { state: 'open', body: 'Why' },
    ]);
  });
});

it('leaves the reviewer somebody chose where GitLab keeps only one', async () => {
  const client = world.client('gitlab');
  const { branch, pullRequest } = await world.propose(client);
  const [stored] = world.forge.pullRequests.slice(-1);
  stored.requestedReviewers.push('boris');
  const { reviewerIds } = await world.read(client, branch, {
    reviewers: ['petra'],
  });
  await client.decorate(
    world.repository,
    {
      pullRequest,
      labels: [],
      labelIds: new Map(),
      reviewerIds: [...reviewerIds.values()],
    },
    world.signal,
  );
  expect(stored.requestedReviewers).toEqual(['boris']);
});

describe('an app of GitHub', () => {
  const app = (repositories: string[]) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
    });
    const id = world.forge.nextId();
    world.forge.apps.push({
      id,
      publicKey,
      installationId: id + 1000,
      repositories,
      permissions: {
        administration: 'write',
        checks: 'read',
        contents: 'write',
        pull_requests: 'write',
        workflows: 'write',
      },
      login: 'portal',
    });
    const { host, origin } = new URL(world.sandbox.urls.forge);
    return world.client('github', {
      integrations: {
        github: [
          {
            host,
            apiBaseUrl: `${origin}/api/v3`,
            apps: [
              {
                appId: id,
                clientId: 'client',
                clientSecret: 'none',
                privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
              },
            ],
          },
        ],
      },
    });
  };

  it('is used with a token for the repository and two permissions, whatever else it may do', async () => {
    const granted = jest.spyOn(world.forge, 'addToken');
    granted.mockClear();
    const client = app([world.git.fullName, 'edgit/another']);
    const { branch, pullRequest } = await world.propose(client);
    await client.decorate(
      world.repository,
      {
        pullRequest,
        labels: ['portal'],
        labelIds: new Map(),
        reviewerIds: [],
      },
      world.signal,
    );
    expect(granted.mock.calls.map(([, , grant]) => grant)).toEqual([
      {
        repositories: [world.git.fullName],
        permissions: { contents: 'write', pull_requests: 'write' },
      },
    ]);
    expect((await world.read(client, branch)).pullRequests).toMatchObject([
      { number: pullRequest.number, labels: ['portal'] },
    ]);
    // The token may not read checks, and all else is there without them.
    world.forge.setChecks(pullRequest.number, 'success');
    expect(await world.status(client, pullRequest.number)).toMatchObject({
      state: 'open',
      checks: 'unknown',
      merging: 'clean',
    });
  });

  it('gets another token where the first is not accepted any more', async () => {
    const granted = jest.spyOn(world.forge, 'addToken');
    granted.mockClear();
    const client = app([world.git.fullName]);
    await world.read(client, 'portal/none');
    world.forge.revokeToken(granted.mock.calls[0][0]);
    await expect(world.read(client, 'portal/none')).rejects.toMatchObject({
      code: 'bad-credentials',
    });
    await world.read(client, 'portal/none');
    expect(granted).toHaveBeenCalledTimes(2);
  });

  it('that is not installed for the repository is named', async () => {
    await expect(
      world.read(app(['edgit/another']), 'portal/none'),
    ).rejects.toMatchObject({ code: 'no-credentials' });
  });
});
