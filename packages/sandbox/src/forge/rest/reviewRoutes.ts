import { z } from 'zod';
import {
  commentPullRequest,
  labelPullRequest,
} from '../model/labelPullRequest';
import {
  requestReviewers,
  reviewPullRequest,
} from '../model/reviewPullRequest';
import { pageOf } from './pageOf';
import { parseBody } from './parseBody';
import { pullRequestOf, type RestRoute } from './RestRoute';
import { toPullRequestDetail } from './toPullRequestDetail';
import { createRestWriter } from './toRest';

const pulls = '/repos/{owner}/{repo}/pulls';
const issue = '/repos/{owner}/{repo}/issues/{issue_number}';

const reviewStates = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

/** Reviews of pull requests, and the labels and comments they share with issues. */
export const reviewRoutes: RestRoute[] = [
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
      return {
        status: 201,
        body: await toPullRequestDetail(request, pullRequest),
      };
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
