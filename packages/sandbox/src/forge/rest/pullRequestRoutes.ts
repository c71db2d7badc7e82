import { z } from 'zod';
import { diffCommits, findMergeBase } from '../../git/compareCommits';
import { readCommits } from '../../git/readCommits';
import { createPullRequest } from '../model/createPullRequest';
import { mergePullRequest } from '../model/mergePullRequest';
import { updatePullRequest } from '../model/updatePullRequest';
import { parseBody } from './parseBody';
import { pageOf } from './pageOf';
import { pullRequestOf, repositoryOf, type RestRoute } from './RestRoute';
import { toPullRequestDetail } from './toPullRequestDetail';
import { createRestWriter } from './toRest';

const pulls = '/repos/{owner}/{repo}/pulls';

/** Pull requests: listing, opening, changing, merging. */
export const pullRequestRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: pulls,
    handle: request => {
      const repository = repositoryOf(request);
      const { state = 'open', head, base } = request.query;
      const found = request.forge.pullRequests.filter(
        candidate =>
          candidate.repository === repository.fullName &&
          (state === 'all' ||
            (candidate.state === 'open') === (state === 'open')) &&
          (head === undefined ||
            head === `${repository.owner}:${candidate.headBranch}`) &&
          (base === undefined || base === candidate.baseBranch),
      );
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: pageOf(request, found.reverse()).map(writer.pullRequest),
      };
    },
  },
  {
    method: 'POST',
    path: pulls,
    handle: async request => {
      const body = parseBody(
        z.object({
          title: z.string(),
          head: z.string(),
          base: z.string(),
          body: z.string().nullish(),
          draft: z.boolean().default(false),
        }),
        request.body,
      );
      const pullRequest = await createPullRequest(
        request.forge,
        request.account,
        repositoryOf(request),
        { ...body, body: body.body ?? '', isDraft: body.draft },
      );
      return {
        status: 201,
        body: await toPullRequestDetail(request, pullRequest),
      };
    },
  },
  {
    method: 'GET',
    path: `${pulls}/{pull_number}`,
    handle: async request => ({
      status: 200,
      body: await toPullRequestDetail(request, pullRequestOf(request)),
    }),
  },
  {
    method: 'PATCH',
    path: `${pulls}/{pull_number}`,
    handle: async request => {
      const body = parseBody(
        z.object({
          title: z.string().optional(),
          body: z.string().optional(),
          state: z.enum(['open', 'closed']).optional(),
        }),
        request.body,
      );
      const pullRequest = await updatePullRequest(
        request.forge,
        request.account,
        pullRequestOf(request),
        body,
      );
      return {
        status: 200,
        body: await toPullRequestDetail(request, pullRequest),
      };
    },
  },
  {
    method: 'GET',
    path: `${pulls}/{pull_number}/files`,
    handle: async request => {
      const repository = repositoryOf(request);
      const { baseOid, headOid } = pullRequestOf(request);
      const start = await findMergeBase(repository.bareDir, baseOid, headOid);
      const files = await diffCommits(
        repository.bareDir,
        start ?? baseOid,
        headOid,
      );
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: pageOf(request, files).map(file =>
          writer.file(repository, headOid, file),
        ),
      };
    },
  },
  {
    method: 'GET',
    path: `${pulls}/{pull_number}/commits`,
    handle: async request => {
      const repository = repositoryOf(request);
      const { baseOid, headOid } = pullRequestOf(request);
      const commits = await readCommits(repository.bareDir, headOid, {
        exclude: baseOid,
        limit: 250,
      });
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: pageOf(request, commits.reverse()).map(commit =>
          writer.commit(repository, commit),
        ),
      };
    },
  },
  {
    method: 'PUT',
    path: `${pulls}/{pull_number}/merge`,
    handle: async request => {
      const body = parseBody(
        z.object({
          sha: z.string().optional(),
          commit_title: z.string().optional(),
          commit_message: z.string().optional(),
          merge_method: z.enum(['merge', 'squash']).default('merge'),
        }),
        request.body,
      );
      const sha = await mergePullRequest(
        request.forge,
        request.account,
        pullRequestOf(request),
        {
          method: body.merge_method,
          expectedHeadOid: body.sha,
          title: body.commit_title,
          message: body.commit_message,
        },
      );
      const message = 'Pull Request successfully merged';
      return { status: 200, body: { sha, merged: true, message } };
    },
  },
];
