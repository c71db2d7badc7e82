import { z } from 'zod';
import { isBranchName } from '../../git/gitNames';
import { readCommit, readCommits } from '../../git/readCommits';
import { createRef } from '../model/changeRefs';
import { ForgeError, notFound } from '../model/ForgeError';
import { requireWriteAccess } from '../model/requireWriteAccess';
import { parseBody } from '../rest/parseBody';
import { repositoryOf, type RestRoute } from '../rest/RestRoute';
import { pageOf } from './pageOf';
import { toBranch, toCommit, toLabel, toRepository, toUser } from './toGitea';

const repository = '/repos/{owner}/{repo}';

/** Accounts, the repository, its branches, commits, checks and labels. */
export const repositoryRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/user',
    handle: request => ({
      status: 200,
      body: toUser(request, request.account.login),
    }),
  },
  {
    method: 'GET',
    path: '/users/{login}',
    handle: request => ({
      status: 200,
      body: toUser(request, request.params.login ?? ''),
    }),
  },
  {
    method: 'GET',
    path: repository,
    handle: request => ({
      status: 200,
      body: toRepository(request, repositoryOf(request)),
    }),
  },
  {
    method: 'POST',
    path: `${repository}/branches`,
    handle: async request => {
      const found = repositoryOf(request);
      const { new_branch_name: branch, old_ref_name: start } = parseBody(
        z.object({
          new_branch_name: z.string(),
          old_ref_name: z.string().optional(),
        }),
        request.body,
      );
      requireWriteAccess(request.forge, request.account, found);
      const oid = await found.resolveCommit(start ?? found.defaultBranch);
      if (oid === undefined) {
        throw notFound('The old branch does not exist');
      }
      if (!isBranchName(branch) || (await found.branches()).has(branch)) {
        throw new ForgeError({
          message: 'The branch already exists.',
          graphqlType: 'UNPROCESSABLE',
          status: 409,
        });
      }
      await createRef(request.forge, request.account, found, {
        ref: `refs/heads/${branch}`,
        oid,
      });
      return {
        status: 201,
        body: toBranch(branch, await readCommit(found.bareDir, oid)),
      };
    },
  },
  {
    method: 'GET',
    path: `${repository}/branches/{branch...}`,
    handle: async request => {
      const found = repositoryOf(request);
      const name = request.params.branch ?? '';
      const oid = (await found.branches()).get(name);
      if (oid === undefined) {
        throw notFound(`branch does not exist [name: ${name}]`);
      }
      return {
        status: 200,
        body: toBranch(name, await readCommit(found.bareDir, oid)),
      };
    },
  },
  {
    method: 'GET',
    path: `${repository}/commits`,
    handle: async request => {
      const found = repositoryOf(request);
      const oid = await found.resolveCommit(
        request.query.sha ?? found.defaultBranch,
      );
      if (oid === undefined) {
        throw notFound('object does not exist');
      }
      const commits = await readCommits(found.bareDir, oid, { limit: 100 });
      return { status: 200, body: pageOf(request, commits).map(toCommit) };
    },
  },
  {
    method: 'GET',
    path: `${repository}/commits/{sha}/status`,
    handle: request => {
      repositoryOf(request);
      const sha = request.params.sha ?? '';
      const state = request.forge.checks.get(sha);
      return {
        status: 200,
        body: {
          sha,
          // Gitea says `pending` of commits without any check.
          state: state ?? 'pending',
          total_count: state ? 1 : 0,
          statuses: state ? [{ context: 'ci', status: state }] : null,
        },
      };
    },
  },
  {
    method: 'GET',
    path: `${repository}/labels`,
    handle: request => {
      const { fullName } = repositoryOf(request);
      const labels = request.forge.labels.filter(
        label => label.repository === fullName,
      );
      return {
        status: 200,
        body: pageOf(request, labels).map(({ name }) =>
          toLabel(request, fullName, name),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: `${repository}/labels`,
    handle: request => {
      const found = repositoryOf(request);
      const { name } = parseBody(
        z.object({ name: z.string().min(1), color: z.string().min(1) }),
        request.body,
      );
      requireWriteAccess(request.forge, request.account, found);
      return { status: 201, body: toLabel(request, found.fullName, name) };
    },
  },
];
