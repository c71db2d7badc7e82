import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, startSandbox } from '../../startSandbox';

const run = promisify(execFile);

const files = {
  'README.md': 'The platform\n',
  'k8s/apps/kustomization.yaml': 'resources:\n  - one.yaml\n',
  'k8s/one/deployment.yaml': 'kind: Deployment\n',
};

/** A sandbox over a small repository `edgit/edgit-k8s`, with clients of its protocols. */
export async function startTestForge() {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'repositories', 'edgit-k8s', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const sandbox = await startSandbox({
    ports: freePorts,
    stateDir: folder,
    repositories: join(folder, 'repositories'),
  });
  const { world, tokens } = sandbox;
  const { forge: url } = sandbox.urls;
  const repositoryUrl = `${url}/edgit/edgit-k8s`;

  const rest = async (
    method: string,
    path: string,
    body?: unknown,
    token: string | undefined = tokens.forge,
  ) => {
    const response = await fetch(`${url}/api/v3${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };

  const graphql = async (
    query: string,
    variables?: unknown,
    token: string = tokens.forge,
  ) => {
    const response = await fetch(`${url}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return {
      status: response.status,
      headers: response.headers,
      ...(await response.json()),
    };
  };

  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, {
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
    });
    return stdout.trim();
  };

  return {
    ...sandbox,
    folder,
    repositoryUrl,
    rest,
    graphql,
    git,
    cloneUrl: `${repositoryUrl.replace('//', `//x-access-token:${tokens.forge}@`)}.git`,
    /** The commit a branch points to. */
    head: async (branch = 'main') =>
      (await world.forge.repository('edgit/edgit-k8s').branches()).get(branch),
    /** A branch with one commit of the portal's token on it; returns the commit. */
    async proposeBranch(branch: string, path = `k8s/${branch}.yaml`) {
      const main = await rest(
        'GET',
        '/repos/edgit/edgit-k8s/git/ref/heads/main',
      );
      await rest('POST', '/repos/edgit/edgit-k8s/git/refs', {
        ref: `refs/heads/${branch}`,
        sha: main.body.object.sha,
      });
      const commit = await graphql(
        `
          mutation ($input: CreateCommitOnBranchInput!) {
            createCommitOnBranch(input: $input) {
              commit {
                oid
              }
            }
          }
        `,
        {
          input: {
            branch: {
              repositoryNameWithOwner: 'edgit/edgit-k8s',
              branchName: branch,
            },
            expectedHeadOid: main.body.object.sha,
            message: { headline: `Add ${branch}` },
            fileChanges: {
              additions: [
                {
                  path,
                  contents: Buffer.from('new: true\n').toString('base64'),
                },
              ],
            },
          },
        },
      );
      const oid: string = commit.data.createCommitOnBranch.commit.oid;
      return oid;
    },
    async stop() {
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestForge = Awaited<ReturnType<typeof startTestForge>>;
