import { startTestForge, type TestForge } from './__testUtils__/startTestForge';

const repository = '/repos/edgit/edgit-k8s';
const commitMutation = `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid message author { email } } } }`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('writing to the repository through the API', () => {
  let forge: TestForge;
  beforeAll(async () => {
    forge = await startTestForge();
  });
  afterAll(() => forge.stop());

  const createBranch = async (branch: string) =>
    forge.rest('POST', `${repository}/git/refs`, {
      ref: `refs/heads/${branch}`,
      sha: await forge.head(),
    });
  const commit = (
    branch: string,
    expectedHeadOid: string | undefined,
    path: string,
    token?: string,
  ) =>
    forge.graphql(
      commitMutation,
      {
        input: {
          branch: {
            repositoryNameWithOwner: 'edgit/edgit-k8s',
            branchName: branch,
          },
          expectedHeadOid,
          message: { headline: 'One', body: 'Two' },
          fileChanges: {
            additions: [{ path, contents: base64('x: 1\n') }],
            deletions: [{ path: 'README.md' }],
          },
        },
      },
      token,
    );

  it('creates a branch once', async () => {
    const answers = await Promise.all([
      createBranch('once'),
      createBranch('once'),
    ]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422]);
    expect(answers.find(answer => answer.status === 422)?.body.message).toBe(
      'Reference already exists',
    );
    const { data } = await forge.graphql(
      '{ repository(owner: "edgit", name: "edgit-k8s") { id } }',
    );
    const again = await forge.graphql(
      `mutation ($id: ID!, $oid: GitObjectID!) { createRef(input: { repositoryId: $id, name: "refs/heads/once", oid: $oid }) { ref { name } } }`,
      { id: data.repository.id, oid: await forge.head() },
    );
    expect(again).toMatchObject({
      data: { createRef: null },
      errors: [
        {
          type: 'UNPROCESSABLE',
          message:
            'A ref named "refs/heads/once" already exists in the repository.',
        },
      ],
    });
    expect((await createBranch('once/more')).status).toBe(422);
  });

  it('lets exactly one of several commits on the same head win', async () => {
    await createBranch('race');
    const head = await forge.head('race');
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        commit('race', head, `k8s/${name}.yaml`),
      ),
    );
    const winners = answers.filter(answer => answer.data.createCommitOnBranch);
    expect(winners).toHaveLength(1);
    for (const loser of answers.filter(answer => !winners.includes(answer))) {
      expect(loser.errors).toMatchObject([
        {
          type: 'STALE_DATA',
          path: ['createCommitOnBranch'],
          message: `Expected branch to point to "${head}" but it did not.  Pull and try again.`,
        },
      ]);
    }
    const won = winners[0]?.data.createCommitOnBranch.commit;
    expect(won).toMatchObject({
      message: 'One\n\nTwo',
      author: { email: 'portal@users.noreply.localhost' },
    });
    expect(await forge.head('race')).toBe(won.oid);
    const gone = await forge.rest(
      'GET',
      `${repository}/contents/README.md?ref=race`,
    );
    expect(gone.status).toBe(404);
  });

  it('moves a branch only forward unless forced, by objects written before', async () => {
    await createBranch('objects');
    const start = await forge.head('objects');
    const base = await forge.rest('GET', `${repository}/git/commits/${start}`);
    const blob = await forge.rest('POST', `${repository}/git/blobs`, {
      content: 'blob: 1\n',
    });
    const tree = await forge.rest('POST', `${repository}/git/trees`, {
      base_tree: base.body.tree.sha,
      tree: [
        {
          path: 'k8s/blob.yaml',
          mode: '100644',
          type: 'blob',
          sha: blob.body.sha,
        },
        {
          path: 'k8s/inline.yaml',
          mode: '100644',
          type: 'blob',
          content: 'inline: 1\n',
        },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const made = await forge.rest('POST', `${repository}/git/commits`, {
      message: 'By hand',
      tree: tree.body.sha,
      parents: [start],
    });
    const forward = await forge.rest(
      'PATCH',
      `${repository}/git/refs/heads/objects`,
      { sha: made.body.sha },
    );
    expect(forward.status).toBe(200);
    const content = await forge.rest(
      'GET',
      `${repository}/contents/k8s/inline.yaml?ref=objects`,
    );
    expect(Buffer.from(content.body.content, 'base64').toString()).toBe(
      'inline: 1\n',
    );
    const listing = await forge.rest(
      'GET',
      `${repository}/contents/k8s?ref=objects`,
    );
    expect(
      listing.body.map((entry: { path: string; type: string }) => [
        entry.path,
        entry.type,
      ]),
    ).toEqual([
      ['k8s/apps', 'dir'],
      ['k8s/blob.yaml', 'file'],
      ['k8s/inline.yaml', 'file'],
      ['k8s/one', 'dir'],
    ]);
    const back = await forge.rest(
      'PATCH',
      `${repository}/git/refs/heads/objects`,
      { sha: start },
    );
    expect(back).toMatchObject({
      status: 422,
      body: { message: 'Update is not a fast forward' },
    });
    const forced = await forge.rest(
      'PATCH',
      `${repository}/git/refs/heads/objects`,
      { sha: start, force: true },
    );
    expect(forced.status).toBe(200);
  });

  it('refuses names and paths that Git refuses', async () => {
    await createBranch('hostile');
    const names = [
      'a..b',
      '-x',
      'a b',
      'a~1',
      'a.lock',
      'x/.hidden',
      '@{u}',
      'a\\b',
      'tail.',
      'a//b',
      'bell\u0007',
      '',
    ];
    for (const name of names) {
      const answer = await forge.rest('POST', `${repository}/git/refs`, {
        ref: `refs/heads/${name}`,
        sha: await forge.head(),
      });
      expect({ name, status: answer.status }).toEqual({ name, status: 422 });
    }
    const head = await forge.head('hostile');
    const paths = [
      '../x',
      '/etc/x',
      'a/../../x',
      '.git/config',
      'k8s/.GIT/hooks',
      'k8s/.g\u200cit/x',
      'a//b',
      './a',
      'nul\0',
      'git~1/x',
      '',
    ];
    for (const path of paths) {
      const byGraphql = await commit('hostile', head, path);
      expect({ path, type: byGraphql.errors?.[0]?.type }).toEqual({
        path,
        type: 'UNPROCESSABLE',
      });
      const byRest = await forge.rest('POST', `${repository}/git/trees`, {
        tree: [{ path, content: 'x' }],
      });
      expect({ path, status: byRest.status }).toEqual({ path, status: 422 });
    }
    const workflow = await commit('hostile', head, '.github/workflows/x.yaml');
    expect(workflow.errors).toMatchObject([{ type: 'FORBIDDEN' }]);
    expect(await forge.head('hostile')).toBe(head);
  });

  it('keeps odd but lawful paths and contents byte for byte', async () => {
    await createBranch('odd');
    const path = 'k8s/"quoted" Ünïcode\t;rm.yaml';
    const contents = Buffer.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0x00, 0xff]);
    await forge.graphql(commitMutation, {
      input: {
        branch: {
          repositoryNameWithOwner: 'edgit/edgit-k8s',
          branchName: 'odd',
        },
        expectedHeadOid: await forge.head('odd'),
        message: { headline: 'Odd' },
        fileChanges: {
          additions: [{ path, contents: contents.toString('base64') }],
        },
      },
    });
    const read = await forge.rest(
      'GET',
      `${repository}/contents/${encodeURIComponent(path)}?ref=odd`,
    );
    expect(Buffer.from(read.body.content, 'base64')).toEqual(contents);
  });

  it('turns away unknown tokens, readers, and writes to what is archived', async () => {
    expect(await forge.rest('GET', '/user', undefined, 'wrong')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
    expect(await forge.rest('GET', '/user', undefined, '')).toMatchObject({
      status: 401,
      body: { message: 'Requires authentication' },
    });
    expect(await forge.rest('GET', '/repos/edgit/other')).toMatchObject({
      status: 404,
      body: { message: 'Not Found' },
    });
    expect(
      (
        await forge.graphql(
          '{ repository(owner: "edgit", name: "other") { id } }',
        )
      ).errors,
    ).toMatchObject([
      {
        type: 'NOT_FOUND',
        path: ['repository'],
        message:
          "Could not resolve to a Repository with the name 'edgit/other'.",
      },
    ]);
    const { forge: state } = forge.world;
    state.addAccount({ login: 'guest', name: 'Guest', permission: 'read' });
    const guest = `guest-${forge.tokens.forge}`;
    state.addToken(guest, 'guest');
    const refused = await commit(
      'main',
      await forge.head(),
      'k8s/x.yaml',
      guest,
    );
    expect(refused.errors).toMatchObject([{ type: 'FORBIDDEN' }]);
    state.archived.add('edgit/edgit-k8s');
    expect(await createBranch('late')).toMatchObject({
      status: 403,
      body: { message: 'Repository was archived so is read-only.' },
    });
    state.archived.clear();
  });

  it('says in GraphQL what is wrong with a question', async () => {
    const unknown = await forge.graphql(
      '{ repository(owner: "edgit", name: "edgit-k8s") { nothing } }',
    );
    expect(unknown.status).toBe(200);
    expect(unknown.data).toBeUndefined();
    expect(unknown.errors[0].message).toMatch(/Cannot query field "nothing"/);
    const missing = await forge.graphql(commitMutation, {
      input: { branch: { branchName: 'main' } },
    });
    expect(missing.errors[0].message).toMatch(/expectedHeadOid/);
  });
});
