import { notFound } from '../model/ForgeError';
import { isTreePath } from '../../git/gitNames';
import { readFiles } from '../../git/readFiles';
import { readCommit, readCommits } from '../../git/readCommits';
import { repositoryOf, type RestRoute } from './RestRoute';
import { createRestWriter } from './toRest';

/** The account, the repository and what lies in it. */
export const repositoryRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/user',
    handle: ({ forge, account, origin }) => ({
      status: 200,
      body: createRestWriter(forge, origin).user(account.login),
    }),
  },
  {
    method: 'GET',
    path: '/rate_limit',
    handle: ({ forge, account }) => {
      const core = forge.rateLimit.state(account.login, 'core');
      const graphql = forge.rateLimit.state(account.login, 'graphql');
      return {
        status: 200,
        body: { resources: { core, graphql }, rate: core },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    handle: request => ({
      status: 200,
      body: createRestWriter(request.forge, request.origin).repository(
        repositoryOf(request),
        request.account,
      ),
    }),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch...}',
    handle: async request => {
      const repository = repositoryOf(request);
      const name = request.params.branch ?? '';
      const oid = (await repository.branches()).get(name);
      if (oid === undefined) {
        throw notFound('Branch not found');
      }
      const commit = await readCommit(repository.bareDir, oid);
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: {
          name,
          commit: writer.commit(repository, commit),
          protected: false,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits',
    handle: async request => {
      const repository = repositoryOf(request);
      const head = await repository.resolveCommit(
        request.query.sha ?? repository.defaultBranch,
      );
      if (head === undefined) {
        throw notFound('No commit found');
      }
      const commits = await readCommits(repository.bareDir, head, {
        limit: Math.min(100, Number(request.query.per_page ?? 30)),
      });
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: commits.map(commit => writer.commit(repository, commit)),
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents/{path...}',
    handle: async request => {
      const repository = repositoryOf(request);
      const path = request.params.path ?? '';
      const commit = await repository.resolveCommit(
        request.query.ref ?? repository.defaultBranch,
      );
      if (commit === undefined || !isTreePath(path)) {
        throw notFound('No such content');
      }
      const files = await repository.listFiles(commit);
      const file = files.find(candidate => candidate.path === path);
      const describe = (name: string, type: string, sha?: string) => ({
        type,
        name: name.split('/').at(-1),
        path: name,
        sha,
        html_url: `${request.origin}/${repository.fullName}/blob/${commit}/${name}`,
      });
      if (file) {
        const [content] = await readFiles(repository.bareDir, [file.oid]);
        return {
          status: 200,
          body: {
            ...describe(path, 'file', file.oid),
            size: file.size,
            encoding: 'base64',
            content: content?.toString('base64'),
          },
        };
      }
      const children = childrenOf(
        files.map(candidate => candidate.path),
        path,
      );
      if (children.length === 0) {
        throw notFound('No such content');
      }
      return {
        status: 200,
        body: children.map(child => describe(child.path, child.type)),
      };
    },
  },
];

function childrenOf(paths: string[], folder: string) {
  const children = new Map<string, { path: string; type: 'file' | 'dir' }>();
  for (const path of paths) {
    if (path.startsWith(`${folder}/`)) {
      const [name = '', ...deeper] = path.slice(folder.length + 1).split('/');
      const child = `${folder}/${name}`;
      children.set(child, {
        path: child,
        type: deeper.length > 0 ? 'dir' : 'file',
      });
    }
  }
  return [...children.values()];
}
