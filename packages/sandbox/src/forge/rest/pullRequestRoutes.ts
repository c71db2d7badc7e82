import { z } from 'zod';
import { diffCommits, findMergeBase } from '../../git/compareCommits';
import { readCommits } from '../../git/readCommits';
import { createPullRequest } from '../model/createPullRequest';
import {
  commentPullRequest,
  labelPullRequest,
} from '../model/labelPullRequest';
import { isMergeable, mergePullRequest } from '../model/mergePullRequest';
import type { PullRequest } from '../model/PullRequest';
import {
  requestReviewers,
  reviewPullRequest,
} from '../model/reviewPullRequest';
import { updatePullRequest } from '../model/updatePullRequest';
import { parseBody } from './parseBody';
import {
  pullRequestOf,
  repositoryOf,
  type RestRequest,
  type RestRoute,
} from './RestRoute';
import { createRestWriter } from './toRest';

const pulls = '/repos/{owner}/{repo}/pulls';
const issue = '/repos/{owner}/{repo}/issues/{issue_number}';

/** Pull requests, their reviews, and the labels and comments they share with issues. */
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
      return { status: 201, body: await toDetail(request, pullRequest) };
    },
  },
  {
    method: 'GET',
    path: `${pulls}/{pull_number}`,
    handle: async request => ({
      status: 200,
      body: await toDetail(request, pullRequestOf(request)),
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
      return { status: 200, body: await toDetail(request, pullRequest) };
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
  {
    method: 'GET',
    path: `${pulls}/{pull_number}/reviews`,
    handle: request => {
      const pullRequest = pullRequestOf(request);
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: pageOf(request, pullRequest.reviews).map(review =>
          writer.review(pullRequest, review),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: `${pulls}/{pull_number}/reviews`,
    handle: async request => {
      const body = parseBody(
        z.object({
          event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']),
          body: z.string().default(''),
        }),
        request.body,
      );
      const pullRequest = pullRequestOf(request);
      const review = await reviewPullRequest(
        request.forge,
        request.account,
        pullRequest,
        { state: reviewStates[body.event], body: body.body },
      );
      const writer = createRestWriter(request.forge, request.origin);
      return { status: 200, body: writer.review(pullRequest, review) };
    },
  },
  {
    method: 'POST',
    path: `${pulls}/{pull_number}/requested_reviewers`,
    handle: async request => {
      const body = parseBody(
        z.object({ reviewers: z.array(z.string()).default([]) }),
        request.body,
      );
      const pullRequest = requestReviewers(
        request.forge,
        request.account,
        pullRequestOf(request),
        body.reviewers,
      );
      return { status: 201, body: await toDetail(request, pullRequest) };
    },
  },
  {
    method: 'POST',
    path: `${issue}/labels`,
    handle: request => {
      const names = z.array(z.string().min(1));
      const body = parseBody(
        z.union([z.object({ labels: names }), names]),
        request.body,
      );
      const pullRequest = labelPullRequest(
        request.forge,
        request.account,
        pullRequestOf(request),
        Array.isArray(body) ? body : body.labels,
      );
      const writer = createRestWriter(request.forge, request.origin);
      return { status: 200, body: pullRequest.labels.map(writer.label) };
    },
  },
  {
    method: 'GET',
    path: `${issue}/comments`,
    handle: request => {
      const pullRequest = pullRequestOf(request);
      const writer = createRestWriter(request.forge, request.origin);
      return {
        status: 200,
        body: pageOf(request, pullRequest.comments).map(comment =>
          writer.comment(pullRequest, comment),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: `${issue}/comments`,
    handle: request => {
      const body = parseBody(
        z.object({ body: z.string().min(1) }),
        request.body,
      );
      const pullRequest = pullRequestOf(request);
      const comment = commentPullRequest(
        request.forge,
        request.account,
        pullRequest,
        body.body,
      );
      const writer = createRestWriter(request.forge, request.origin);
      return { status: 201, body: writer.comment(pullRequest, comment) };
    },
  },
];

const reviewStates = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

async function toDetail(request: RestRequest, pullRequest: PullRequest) {
  const writer = createRestWriter(request.forge, request.origin);
  return {
    ...writer.pullRequest(pullRequest),
    mergeable:
      pullRequest.state === 'open'
        ? await isMergeable(request.forge, pullRequest)
        : null,
  };
}

function pageOf<TItem>({ query }: RestRequest, items: TItem[]): TItem[] {
  const size = Math.min(100, Math.max(1, Number(query.per_page ?? 30) || 30));
  const page = Math.max(1, Number(query.page ?? 1) || 1);
  return items.slice((page - 1) * size, page * size);
}
