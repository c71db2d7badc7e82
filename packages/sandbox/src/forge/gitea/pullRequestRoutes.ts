import { z } from 'zod';
import { createPullRequest } from '../model/createPullRequest';
import { ForgeError, notFound } from '../model/ForgeError';
import { labelPullRequest } from '../model/labelPullRequest';
import { requestReviewers } from '../model/reviewPullRequest';
import { parseBody } from '../rest/parseBody';
import {
  repositoryOf,
  type RestRequest,
  type RestRoute,
} from '../rest/RestRoute';
import { pageOf } from './pageOf';
import { toLabel, toPullRequest, toUser } from './toGitea';

const pulls = '/repos/{owner}/{repo}/pulls';
const limits = { title: 255, body: Number.POSITIVE_INFINITY };

const reviewStates = {
  APPROVED: 'APPROVED',
  CHANGES_REQUESTED: 'REQUEST_CHANGES',
  COMMENTED: 'COMMENT',
  DISMISSED: 'APPROVED',
} as const;

/** Pull requests: listing, opening, labels, reviewers and reviews. */
export const pullRequestRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: pulls,
    handle: async request => {
      const { fullName } = repositoryOf(request);
      const { state = 'open' } = request.query;
      const found = request.forge.pullRequests.filter(
        pull =>
          pull.repository === fullName &&
          (state === 'all' || (pull.state === 'open') === (state === 'open')),
      );
      const newest = found.sort(
        (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime(),
      );
      return {
        status: 200,
        body: await Promise.all(
          pageOf(request, newest).map(pull => toPullRequest(request, pull)),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: pulls,
    handle: async request => {
      const repository = repositoryOf(request);
      const body = parseBody(
        z.object({
          title: z.string(),
          head: z.string(),
          base: z.string(),
          body: z.string().default(''),
        }),
        request.body,
      );
      const branches = await repository.branches();
      if (!branches.has(body.head) || !branches.has(body.base)) {
        throw notFound('branch does not exist');
      }
      const other = request.forge.pullRequests.find(
        pull =>
          pull.state === 'open' &&
          pull.repository === repository.fullName &&
          pull.headBranch === body.head &&
          pull.baseBranch === body.base,
      );
      if (other) {
        throw new ForgeError({
          message: `pull request already exists for these targets [id: ${other.number}, issue_id: ${other.number}, head_repo_id: 1, base_repo_id: 1, head_branch: ${body.head}, base_branch: ${body.base}]`,
          graphqlType: 'UNPROCESSABLE',
          status: 409,
        });
      }
      const opened = await createPullRequest(
        request.forge,
        request.account,
        repository,
        { ...body, isDraft: false, limits },
      );
      return { status: 201, body: await toPullRequest(request, opened) };
    },
  },
  {
    method: 'GET',
    path: `${pulls}/{index}`,
    handle: async request => ({
      status: 200,
      body: await toPullRequest(request, pullRequestOf(request)),
    }),
  },
  {
    method: 'GET',
    path: `${pulls}/{index}/reviews`,
    handle: request => ({
      status: 200,
      body: pageOf(request, pullRequestOf(request).reviews).map(review => ({
        id: review.id,
        user: toUser(request, review.author),
        state: reviewStates[review.state],
        dismissed: review.state === 'DISMISSED',
        official: true,
        body: review.body,
        commit_id: review.commitOid,
      })),
    }),
  },
  {
    method: 'POST',
    path: `${pulls}/{index}/requested_reviewers`,
    handle: request => {
      const { reviewers } = parseBody(
        z.object({ reviewers: z.array(z.string()) }),
        request.body,
      );
      requestReviewers(
        request.forge,
        request.account,
        pullRequestOf(request),
        reviewers,
      );
      return { status: 201, body: [] };
    },
  },
  {
    method: 'GET',
    path: `${pulls}/{base}/{head...}`,
    handle: async request => {
      const { fullName } = repositoryOf(request);
      // Of any state; where there are more, the oldest.
      const found = request.forge.pullRequests.find(
        pull =>
          pull.repository === fullName &&
          pull.baseBranch === request.params.base &&
          pull.headBranch === request.params.head,
      );
      if (!found) {
        throw notFound('pull request does not exist');
      }
      return { status: 200, body: await toPullRequest(request, found) };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{index}/labels',
    handle: request => {
      const { labels } = parseBody(
        z.object({ labels: z.array(z.number()) }),
        request.body,
      );
      const pull = pullRequestOf(request);
      const names = labels.flatMap(
        id => request.forge.labels.find(label => label.id === id)?.name ?? [],
      );
      labelPullRequest(request.forge, request.account, pull, names);
      return {
        status: 200,
        body: pull.labels.map(name => toLabel(request, pull.repository, name)),
      };
    },
  },
];

function pullRequestOf(request: RestRequest) {
  return request.forge.pullRequest(
    Number(request.params.index),
    repositoryOf(request).fullName,
  );
}
