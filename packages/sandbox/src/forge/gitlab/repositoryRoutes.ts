import { z } from 'zod';
import { isBranchName, isObjectId } from '../../git/gitNames';
import { readCommit, readCommits } from '../../git/readCommits';
import { runGitText } from '../../git/runGit';
import { createRef } from '../model/changeRefs';
import { ForgeError, notFound } from '../model/ForgeError';
import { pageOf } from '../rest/pageOf';
import { parseBody } from '../rest/parseBody';
import type { RestRoute } from '../rest/RestRoute';
import { projectOf } from './projectOf';
import { toCommit, toProject, toUser } from './toGitlab';

const project = '/projects/{id}';

/** Accounts, the project, its branches, commits and files. */
export const repositoryRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/user',
    handle: request => ({
      status: 200,
      body: {
        ...toUser(request, request.account.login),
        email: request.account.email,
        commit_email: request.account.email,
      },
    }),
  },
  {
    method: 'GET',
    path: '/users',
    handle: request => {
      const { username = '' } = request.query;
      return {
        status: 200,
        body: request.forge.accounts
          .filter(({ login }) => login.toLowerCase() === username.toLowerCase())
          .map(({ login }) => toUser(request, login)),
      };
    },
  },
  {
    method: 'GET',
    path: project,
    handle: request => ({
      status: 200,
      body: toProject(request, projectOf(request)),
    }),
  },
  {
    method: 'GET',
    path: `${project}/repository/branches/{branch}`,
    handle: async request => {
      const repository = projectOf(request);
      const name = request.params.branch ?? '';
      const oid = (await repository.branches()).get(name);
      if (oid === undefined) {
        throw notFound('404 Branch Not Found');
      }
      return {
        status: 200,
        body: {
          name,
          protected: name === repository.defaultBranch,
          commit: toCommit(await readCommit(repository.bareDir, oid)),
        },
      };
    },
  },
  {
    method: 'POST',
    path: `${project}/repository/branches`,
    handle: async request => {
      const repository = projectOf(request);
      const { branch, ref } = parseBody(
        z.object({ branch: z.string(), ref: z.string() }),
        request.body,
      );
      const oid = await repository.resolveCommit(ref);
      if (oid === undefined) {
        throw badRequest(
          `Failed to create branch '${branch}': invalid reference name '${ref}'`,
        );
      }
      if (!isBranchName(branch)) {
        throw badRequest('Branch name is invalid');
      }
      if ((await repository.branches()).has(branch)) {
        throw badRequest('Branch already exists');
      }
      await createRef(request.forge, request.account, repository, {
        ref: `refs/heads/${branch}`,
        oid,
      });
      return {
        status: 201,
        body: {
          name: branch,
          protected: false,
          commit: toCommit(await readCommit(repository.bareDir, oid)),
        },
      };
    },
  },
  {
    method: 'GET',
    path: `${project}/repository/commits`,
    handle: async request => {
      const repository = projectOf(request);
      const { ref_name: ref = repository.defaultBranch } = request.query;
      const oid = await repository.resolveCommit(ref);
      if (oid === undefined) {
        throw notFound('404 Commit Not Found');
      }
      const commits = await readCommits(repository.bareDir, oid, {
        limit: 100,
      });
      return { status: 200, body: pageOf(request, commits).map(toCommit) };
    },
  },
  {
    method: 'GET',
    path: `${project}/repository/tree`,
    handle: async request => {
      const repository = projectOf(request);
      const { ref = repository.defaultBranch } = request.query;
      const oid = await repository.resolveCommit(ref);
      if (oid === undefined || (!isObjectId(ref) && !isBranchName(ref))) {
        throw notFound('404 Tree Not Found');
      }
      const text = await runGitText(repository.bareDir, ['ls-tree', '-z', oid]);
      const entries = text
        .split('\0')
        .filter(line => line !== '')
        .map(line => {
          const [info = '', name = ''] = line.split('\t', 2);
          const [mode = '', type = '', id = ''] = info.split(' ');
          return { id, name, type, path: name, mode };
        });
      return { status: 200, body: pageOf(request, entries) };
    },
  },
];

function badRequest(message: string): ForgeError {
  return new ForgeError({
    message,
    graphqlType: 'UNPROCESSABLE',
    status: 400,
  });
}
