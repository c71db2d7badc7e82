import { z } from 'zod';
import { isObjectId, isTreePath } from '../../git/gitNames';
import { readFiles } from '../../git/readFiles';
import { readCommit } from '../../git/readCommits';
import { writeCommit, type FileChange } from '../../git/writeCommit';
import { GitError, runGitText } from '../../git/runGit';
import { notFound, unprocessable } from '../model/ForgeError';
import { toNodeId } from '../model/nodeId';
import { requireWriteAccess } from '../model/requireWriteAccess';
import { parseBody } from './parseBody';
import { repositoryOf, type RestRequest, type RestRoute } from './RestRoute';
import { createRestWriter } from './toRest';

const base = '/repos/{owner}/{repo}/git';

/** Git's commits, trees and blobs. */
export const gitObjectRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: `${base}/commits/{sha}`,
    handle: async request => {
      const repository = repositoryOf(request);
      const oid = await requireObject(request, 'commit');
      const commit = await readCommit(repository.bareDir, oid);
      const writer = createRestWriter(request.forge, request.origin);
      return { status: 200, body: writer.gitCommit(repository, commit) };
    },
  },
  {
    method: 'POST',
    path: `${base}/commits`,
    handle: async request => {
      const repository = repositoryOf(request);
      const { account, forge } = request;
      requireWriteAccess(forge, account, repository);
      const body = parseBody(
        z.object({
          message: z.string(),
          tree: z.string().regex(/^[0-9a-f]{40}$/),
          parents: z.array(z.string().regex(/^[0-9a-f]{40}$/)).default([]),
        }),
        request.body,
      );
      const identity = `${account.login} <${account.email}> ${Math.floor(
        forge.clock.now().getTime() / 1000,
      )} +0000`;
      const text = [
        `tree ${body.tree}`,
        ...body.parents.map(parent => `parent ${parent}`),
        `author ${identity}`,
        `committer ${identity}`,
        '',
        body.message,
      ].join('\n');
      const oid = await hashObject(repository.bareDir, 'commit', text);
      const commit = await readCommit(repository.bareDir, oid);
      const writer = createRestWriter(forge, request.origin);
      return { status: 201, body: writer.gitCommit(repository, commit) };
    },
  },
  {
    method: 'GET',
    path: `${base}/trees/{sha...}`,
    handle: async request => {
      const repository = repositoryOf(request);
      const revision = request.params.sha ?? '';
      const commit = await repository.resolveCommit(revision);
      const tree = commit ?? (await requireObject(request, 'tree'));
      return { status: 200, body: await toTree(request, tree) };
    },
  },
  {
    method: 'POST',
    path: `${base}/trees`,
    handle: async request => {
      requireWriteAccess(request.forge, request.account, repositoryOf(request));
      return { status: 201, body: await createTree(request) };
    },
  },
  {
    method: 'GET',
    path: `${base}/blobs/{sha}`,
    handle: async request => {
      const sha = await requireObject(request, 'blob');
      const [content] = await readFiles(repositoryOf(request).bareDir, [sha]);
      return {
        status: 200,
        body: {
          sha,
          node_id: toNodeId('GO', sha),
          size: content?.length,
          encoding: 'base64',
          content: content?.toString('base64'),
        },
      };
    },
  },
  {
    method: 'POST',
    path: `${base}/blobs`,
    handle: async request => {
      const repository = repositoryOf(request);
      requireWriteAccess(request.forge, request.account, repository);
      const body = parseBody(
        z.object({
          content: z.string(),
          encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
        }),
        request.body,
      );
      const sha = await hashObject(
        repository.bareDir,
        'blob',
        Buffer.from(body.content, body.encoding),
      );
      return { status: 201, body: { sha } };
    },
  },
];

const treeBody = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(['100644', '100755', '120000']).default('100644'),
      sha: z.string().nullable().optional(),
      content: z.string().optional(),
    }),
  ),
});

async function createTree(request: RestRequest) {
  const repository = repositoryOf(request);
  const body = parseBody(treeBody, request.body);
  const files: Record<string, FileChange> = {};
  for (const { path, mode, sha, content } of body.tree) {
    if (path.startsWith('/')) {
      throw unprocessable('tree.path cannot start with a slash');
    }
    if (!isTreePath(path)) {
      throw unprocessable('tree.path contains a malformed path component');
    }
    if (content !== undefined) {
      files[path] = content;
    } else {
      files[path] = sha ? { oid: sha, mode } : null;
    }
  }
  const author = { name: 'tree', email: 'tree@localhost', date: new Date(0) };
  const start =
    body.base_tree === undefined
      ? undefined
      : await commitOfTree(repository.bareDir, body.base_tree);
  // Git's fast-import makes trees only as part of commits; this one is never referenced.
  const commit = await writeCommit(repository.bareDir, start, {
    author,
    message: 'tree',
    files,
  });
  const { tree } = await readCommit(repository.bareDir, commit);
  return toTree(request, tree);
}

async function commitOfTree(bareDir: string, tree: string): Promise<string> {
  const text = `tree ${tree}\nauthor tree <tree@localhost> 0 +0000\ncommitter tree <tree@localhost> 0 +0000\n\ntree\n`;
  try {
    await runGitText(bareDir, ['rev-parse', '--verify', `${tree}^{tree}`]);
    return await hashObject(bareDir, 'commit', text);
  } catch (error) {
    if (error instanceof GitError) {
      throw unprocessable('base_tree is not a valid tree oid');
    }
    throw error;
  }
}

async function toTree(request: RestRequest, tree: string) {
  const repository = repositoryOf(request);
  const sha = await runGitText(repository.bareDir, [
    'rev-parse',
    `${tree}^{tree}`,
  ]);
  const text = await runGitText(repository.bareDir, [
    'ls-tree',
    '-z',
    '--long',
    ...(request.query.recursive === undefined ? [] : ['-r', '-t']),
    sha,
  ]);
  return {
    sha,
    truncated: false,
    tree: text
      .split('\0')
      .filter(line => line !== '')
      .map(line => {
        const tab = line.indexOf('\t');
        const path = line.slice(tab + 1);
        const [mode, type, oid, size] = line.slice(0, tab).split(/ +/);
        const isBlob = type === 'blob';
        return {
          path,
          mode,
          type,
          sha: oid,
          ...(isBlob && { size: Number(size) }),
        };
      }),
  };
}

async function requireObject(
  request: RestRequest,
  type: 'commit' | 'tree' | 'blob',
): Promise<string> {
  const sha = request.params.sha ?? '';
  const { bareDir } = repositoryOf(request);
  const found = isObjectId(sha)
    ? await runGitText(bareDir, ['cat-file', '-t', sha]).catch(() => '')
    : '';
  if (found !== type) {
    throw notFound('Not Found');
  }
  return sha;
}

async function hashObject(
  bareDir: string,
  type: 'blob' | 'commit',
  content: string | Buffer,
): Promise<string> {
  try {
    return await runGitText(
      bareDir,
      ['hash-object', '-w', '-t', type, '--stdin'],
      content,
    );
  } catch (error) {
    if (error instanceof GitError) {
      throw unprocessable('The object could not be created.');
    }
    throw error;
  }
}
