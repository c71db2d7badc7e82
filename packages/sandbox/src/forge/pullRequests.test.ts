import { join } from 'node:path';
import type { WorldEvent } from '../world/events';
import { startTestForge, type TestForge } from './__testUtils__/startTestForge';

const repository = '/repos/edgit/edgit-k8s';

const readByGraphql = `
  query ($head: String!) {
    repository(owner: "edgit", name: "edgit-k8s") {
      id
      viewerPermission
      ref(qualifiedName: "refs/heads/main") { target { oid ... on Commit { tree { oid } file(path: "README.md") { object { ... on Blob { text } } } } } }
      object(expression: "main:k8s/one/deployment.yaml") { oid ... on Blob { text byteSize } }
      pullRequests(headRefName: $head, first: 5, states: [OPEN, CLOSED, MERGED], orderBy: { field: CREATED_AT, direction: DESC }) {
        totalCount
        nodes {
          id number url state isDraft title body merged mergedAt mergeCommit { oid }
          headRefName headRefOid baseRefName reviewDecision mergeable
          labels(first: 10) { nodes { name } }
          reviewRequests(first: 10) { nodes { requestedReviewer { ... on User { login } } } }
          author { login }
          commits(last: 10) { totalCount nodes { commit { oid message author { name email user { login } } } } }
        }
      }
    }
  }`;

describe('pull requests', () => {
  let forge: TestForge;
  beforeAll(async () => {
    forge = await startTestForge();
  });
  afterAll(() => forge.stop());

  const open = (head: string, body = 'Why it is needed') =>
    forge.rest('POST', `${repository}/pulls`, {
      title: `Add ${head}`,
      head,
      base: 'main',
      body,
    });

  it('live from opening to merging, the same over REST and GraphQL', async () => {
    const events: WorldEvent[] = [];
    forge.world.events.on('branch-updated', event => events.push(event));
    const before = await forge.head();
    const oid = await forge.proposeBranch('life');
    const opened = await open('life');
    expect(opened.status).toBe(201);
    const { number, html_url: url, node_id: id } = opened.body;
    expect(opened.body).toMatchObject({
      state: 'open',
      draft: false,
      merged: false,
      mergeable: true,
      head: { ref: 'life', sha: oid },
      base: { ref: 'main', sha: before },
      user: { login: 'portal' },
    });
    expect(url).toBe(`${forge.repositoryUrl}/pull/${number}`);

    const labelled = await forge.rest(
      'POST',
      `${repository}/issues/${number}/labels`,
      { labels: ['portal'] },
    );
    expect(labelled.body).toMatchObject([{ name: 'portal' }]);
    const asked = await forge.rest(
      'POST',
      `${repository}/pulls/${number}/requested_reviewers`,
      { reviewers: ['petra'] },
    );
    expect(asked.body.requested_reviewers).toMatchObject([{ login: 'petra' }]);

    const { data } = await forge.graphql(readByGraphql, { head: 'life' });
    expect(data.repository).toMatchObject({
      viewerPermission: 'WRITE',
      ref: {
        target: { oid: before, file: { object: { text: 'The platform\n' } } },
      },
      object: { text: 'kind: Deployment\n', byteSize: 17 },
    });
    expect(data.repository.pullRequests.nodes).toEqual([
      {
        id,
        number,
        url,
        state: 'OPEN',
        isDraft: false,
        title: 'Add life',
        body: 'Why it is needed',
        merged: false,
        mergedAt: null,
        mergeCommit: null,
        headRefName: 'life',
        headRefOid: oid,
        baseRefName: 'main',
        reviewDecision: 'REVIEW_REQUIRED',
        mergeable: 'MERGEABLE',
        labels: { nodes: [{ name: 'portal' }] },
        reviewRequests: { nodes: [{ requestedReviewer: { login: 'petra' } }] },
        author: { login: 'portal' },
        commits: {
          totalCount: 1,
          nodes: [
            {
              commit: {
                oid,
                message: 'Add life',
                author: {
                  name: 'portal',
                  email: 'portal@users.noreply.localhost',
                  user: { login: 'portal' },
                },
              },
            },
          ],
        },
      },
    ]);
    const files = await forge.rest(
      'GET',
      `${repository}/pulls/${number}/files`,
    );
    expect(files.body).toMatchObject([
      {
        filename: 'k8s/life.yaml',
        status: 'added',
        additions: 1,
        deletions: 0,
        patch: '@@ -0,0 +1 @@\n+new: true',
      },
    ]);

    const own = await forge.rest(
      'POST',
      `${repository}/pulls/${number}/reviews`,
      { event: 'APPROVE' },
    );
    expect(own).toMatchObject({
      status: 422,
      body: { errors: ['Can not approve your own pull request'] },
    });
    const early = await forge.rest(
      'PUT',
      `${repository}/pulls/${number}/merge`,
      {},
    );
    expect(early.status).toBe(405);
    await forge.world.forge.approve(number, 'petra');
    const stale = await forge.rest(
      'PUT',
      `${repository}/pulls/${number}/merge`,
      { sha: before },
    );
    expect(stale).toMatchObject({
      status: 409,
      body: {
        message: 'Head branch was modified. Review and try the merge again.',
      },
    });

    const merged = await forge.rest(
      'PUT',
      `${repository}/pulls/${number}/merge`,
      { sha: oid },
    );
    expect(merged).toMatchObject({ status: 200, body: { merged: true } });
    expect(await forge.head()).toBe(merged.body.sha);
    expect(events).toContainEqual({
      type: 'branch-updated',
      repository: 'edgit/edgit-k8s',
      branch: 'main',
      oid: merged.body.sha,
    });
    const after = await forge.graphql(readByGraphql, { head: 'life' });
    expect(after.data.repository.pullRequests.nodes[0]).toMatchObject({
      state: 'MERGED',
      merged: true,
      reviewDecision: 'APPROVED',
      mergeCommit: { oid: merged.body.sha },
    });
    const again = await forge.rest(
      'PUT',
      `${repository}/pulls/${number}/merge`,
      {},
    );
    expect(again).toMatchObject({
      status: 405,
      body: { message: 'Pull Request is not mergeable' },
    });
  });

  it('are refused twice for one branch, without commits, and for branches that are not there', async () => {
    await forge.proposeBranch('twice');
    const answers = await Promise.all([open('twice'), open('twice')]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422]);
    expect(answers.find(answer => answer.status === 422)?.body).toEqual({
      message: 'Validation Failed',
      errors: [
        {
          resource: 'PullRequest',
          code: 'custom',
          message: 'A pull request already exists for edgit:twice.',
        },
      ],
      documentation_url: expect.any(String),
      status: '422',
    });
    const { data } = await forge.graphql(readByGraphql, { head: 'twice' });
    const duplicate = await forge.graphql(
      `mutation ($id: ID!) { createPullRequest(input: { repositoryId: $id, baseRefName: "main", headRefName: "twice", title: "Again" }) { pullRequest { number } } }`,
      { id: data.repository.id },
    );
    expect(duplicate).toMatchObject({
      status: 200,
      data: { createPullRequest: null },
      errors: [
        {
          type: 'UNPROCESSABLE',
          path: ['createPullRequest'],
          message: 'A pull request already exists for edgit:twice.',
        },
      ],
    });

    await forge.rest('POST', `${repository}/git/refs`, {
      ref: 'refs/heads/empty',
      sha: await forge.head(),
    });
    expect((await open('empty')).body.errors).toMatchObject([
      { code: 'custom', message: 'No commits between main and empty' },
    ]);
    expect((await open('nowhere')).body.errors).toEqual([
      { resource: 'PullRequest', field: 'head', code: 'invalid' },
    ]);
    const untitled = await forge.rest('POST', `${repository}/pulls`, {
      head: 'twice',
      base: 'main',
    });
    expect(untitled).toMatchObject({
      status: 422,
      body: { message: 'Invalid request.\n\n"title" wasn\'t supplied.' },
    });
  });

  it('follow their branch, close with it, and open again', async () => {
    await forge.proposeBranch('follow');
    const {
      body: { number, node_id: id },
    } = await open('follow');
    const oid = await forge.world.commit({
      branch: 'follow',
      author: 'ada',
      message: 'Look here',
      files: { 'k8s/ada.yaml': 'by: ada\n' },
    });
    const followed = await forge.rest('GET', `${repository}/pulls/${number}`);
    expect(followed.body.head.sha).toBe(oid);
    const commits = await forge.rest(
      'GET',
      `${repository}/pulls/${number}/commits`,
    );
    expect(
      commits.body.map(
        (commit: { author: { login: string } }) => commit.author.login,
      ),
    ).toEqual(['portal', 'ada']);

    const closed = await forge.graphql(
      `mutation ($id: ID!) { closePullRequest(input: { pullRequestId: $id }) { pullRequest { state } } }`,
      { id },
    );
    expect(closed.data.closePullRequest.pullRequest.state).toBe('CLOSED');
    const reopened = await forge.rest(
      'PATCH',
      `${repository}/pulls/${number}`,
      { state: 'open', title: 'Again' },
    );
    expect(reopened.body).toMatchObject({ state: 'open', title: 'Again' });
    const deleted = await forge.rest(
      'DELETE',
      `${repository}/git/refs/heads/follow`,
    );
    expect(deleted.status).toBe(204);
    const gone = await forge.rest('PATCH', `${repository}/pulls/${number}`, {
      state: 'open',
    });
    expect(gone.status).toBe(422);
    const all = await forge.rest(
      'GET',
      `${repository}/pulls?state=closed&head=edgit:follow`,
    );
    expect(all.body).toMatchObject([
      { number, state: 'closed', merged_at: null },
    ]);
  });

  it('merge with what happened on the base meanwhile, or are named as not mergeable', async () => {
    await forge.proposeBranch('beside');
    await forge.proposeBranch('against', 'k8s/clash.yaml');
    const beside = await open('beside');
    const against = await open('against');
    const base = await forge.world.commit({
      author: 'petra',
      message: 'Meanwhile',
      files: { 'k8s/clash.yaml': 'other: true\n' },
    });
    const { forge: state } = forge.world;
    const merge = await state.merge(beside.body.number, 'petra');
    const parents = await forge.rest(
      'GET',
      `${repository}/git/commits/${merge}`,
    );
    expect(
      parents.body.parents.map((parent: { sha: string }) => parent.sha),
    ).toEqual([base, beside.body.head.sha]);
    const tree = await forge.rest(
      'GET',
      `${repository}/git/trees/main?recursive=1`,
    );
    expect(tree.body.tree.map((entry: { path: string }) => entry.path)).toEqual(
      expect.arrayContaining([
        'k8s/beside.yaml',
        'k8s/clash.yaml',
        'README.md',
      ]),
    );
    const conflicting = await forge.graphql(readByGraphql, { head: 'against' });
    expect(conflicting.data.repository.pullRequests.nodes[0].mergeable).toBe(
      'CONFLICTING',
    );
    await expect(state.merge(against.body.number, 'petra')).rejects.toThrow(
      'Pull Request is not mergeable',
    );
  });

  it('count as merged when their head is pushed into the base', async () => {
    const oid = await forge.proposeBranch('pushed');
    const { number } = (await open('pushed')).body;
    const merged = new Promise(resolve => {
      forge.world.events.on('pull-request-changed', event => {
        if (event.number === number && event.state === 'merged') {
          resolve(event);
        }
      });
    });
    const work = join(forge.folder, 'merging');
    await forge.git('clone', '-q', forge.cloneUrl, work);
    await forge.git('-C', work, 'merge', '-q', '--ff-only', 'origin/pushed');
    await forge.git('-C', work, 'push', '-q', 'origin', 'main');
    await merged;
    const { body } = await forge.rest('GET', `${repository}/pulls/${number}`);
    expect(body).toMatchObject({ merged: true, merge_commit_sha: oid });
  });
});
