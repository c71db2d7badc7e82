import { z } from 'zod';
import { createPullRequest } from '../model/createPullRequest';
import { ForgeError } from '../model/ForgeError';
import type { ForgeState } from '../model/ForgeState';
import { labelPullRequest } from '../model/labelPullRequest';
import type { PullRequest } from '../model/PullRequest';
import { decideReview } from '../model/PullRequest';
import { updatePullRequest } from '../model/updatePullRequest';
import { pageOf } from '../rest/pageOf';
import { parseBody } from '../rest/parseBody';
import type { RestRoute } from '../rest/RestRoute';
import { mergeRequestOf, projectOf } from './projectOf';
import { toMergeRequest, toMergeRequestDetail, toUser } from './toGitlab';

const mergeRequests = '/projects/{id}/merge_requests';
const limits = { title: 255, body: 1_048_576 };

/** Merge requests: listing, opening, changing, and who approved. */
export const mergeRequestRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: mergeRequests,
    handle: request => {
      const { fullName } = projectOf(request);
      const { state = 'all', source_branch: head, iids } = request.query;
      const found = request.forge.pullRequests.filter(
        pull =>
          pull.repository === fullName &&
          (state === 'all' ||
            state === (pull.state === 'open' ? 'opened' : pull.state)) &&
          (head === undefined || head === pull.headBranch) &&
          (iids === undefined || iids.split(',').includes(String(pull.number))),
      );
      return {
        status: 200,
        body: pageOf(request, found.reverse()).map(pull =>
          toMergeRequest(request, pull),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: mergeRequests,
    handle: async request => {
      const repository = projectOf(request);
      const body = parseBody(
        z.object({
          source_branch: z.string(),
          target_branch: z.string(),
          title: z.string(),
          description: z.string().default(''),
        }),
        request.body,
      );
      const other = request.forge.pullRequests.find(
        pull =>
          pull.state === 'open' &&
          pull.repository === repository.fullName &&
          pull.headBranch === body.source_branch &&
          pull.baseBranch === body.target_branch,
      );
      if (other) {
        throw new ForgeError({
          message: `Another open merge request already exists for this source branch: !${other.number}`,
          graphqlType: 'UNPROCESSABLE',
          status: 409,
        });
      }
      const opened = await createPullRequest(
        request.forge,
        request.account,
        repository,
        {
          title: body.title,
          body: body.description,
          head: body.source_branch,
          base: body.target_branch,
          isDraft: false,
          limits,
        },
      );
      return { status: 201, body: await toMergeRequestDetail(request, opened) };
    },
  },
  {
    method: 'GET',
    path: `${mergeRequests}/{iid}`,
    handle: async request => ({
      status: 200,
      body: await toMergeRequestDetail(request, mergeRequestOf(request)),
    }),
  },
  {
    method: 'PUT',
    path: `${mergeRequests}/{iid}`,
    handle: async request => {
      const { forge, account } = request;
      const pull = mergeRequestOf(request);
      const body = parseBody(
        z.object({
          add_labels: z.string().optional(),
          reviewer_ids: z.array(z.number()).optional(),
          title: z.string().optional(),
          description: z.string().optional(),
          state_event: z.enum(['close', 'reopen']).optional(),
        }),
        request.body,
      );
      await updatePullRequest(forge, account, pull, {
        title: body.title,
        body: body.description,
        state:
          body.state_event &&
          (body.state_event === 'close' ? 'closed' : 'open'),
      });
      if (body.add_labels) {
        labelPullRequest(forge, account, pull, body.add_labels.split(','));
      }
      if (body.reviewer_ids) {
        setReviewers(forge, pull, body.reviewer_ids);
      }
      return { status: 200, body: await toMergeRequestDetail(request, pull) };
    },
  },
  {
    method: 'GET',
    path: `${mergeRequests}/{iid}/approvals`,
    handle: request => {
      const pull = mergeRequestOf(request);
      const decision = decideReview(pull);
      const approvedBy = [
        ...new Set(
          pull.reviews
            .filter(({ state }) => state === 'APPROVED')
            .map(({ author }) => author),
        ),
      ];
      return {
        status: 200,
        body: {
          iid: pull.number,
          state: pull.state === 'open' ? 'opened' : pull.state,
          // Without a rule nothing is missing, so that Premium says yes at once.
          approved:
            request.forge.gitlabTier === 'premium' || decision === 'APPROVED',
          approved_by: approvedBy.map(login => ({
            user: toUser(request, login),
          })),
        },
      };
    },
  },
];

/** The list becomes as it is given; whom GitLab does not know it leaves out, and the free edition keeps one. */
function setReviewers(forge: ForgeState, pull: PullRequest, ids: number[]) {
  const logins = ids.flatMap(
    id => forge.accounts.find(account => account.id === id)?.login ?? [],
  );
  pull.requestedReviewers =
    forge.gitlabTier === 'free' ? logins.slice(0, 1) : logins;
  forge.touch(pull);
}
