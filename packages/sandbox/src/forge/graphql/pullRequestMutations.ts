import { createPullRequest } from '../model/createPullRequest';
import { unprocessable } from '../model/ForgeError';
import { labelPullRequest } from '../model/labelPullRequest';
import { mergePullRequest } from '../model/mergePullRequest';
import { parseNodeId } from '../model/nodeId';
import type { PullRequest } from '../model/PullRequest';
import { requestReviewers } from '../model/reviewPullRequest';
import { updatePullRequest } from '../model/updatePullRequest';
import type { GraphqlContext } from './GraphqlContext';
import type { MutationInput } from './MutationInput';
import { toPullRequest } from './toPullRequest';
import { requireRepository } from './toRepository';
import { toUser } from './toUser';

const updateStates = { OPEN: 'open', CLOSED: 'closed' } as const;

/** The fields of `Mutation` that change pull requests. */
export const pullRequestMutations = {
  async createPullRequest(
    {
      input,
    }: MutationInput<{
      repositoryId: string;
      baseRefName: string;
      headRefName: string;
      title: string;
      body?: string | null;
      draft: boolean;
    }>,
    context: GraphqlContext,
  ) {
    const pullRequest = await createPullRequest(
      context.forge,
      context.account,
      requireRepository(context, parseNodeId('R', input.repositoryId)),
      {
        title: input.title,
        body: input.body ?? '',
        head: input.headRefName.replace(/^refs\/heads\//, ''),
        base: input.baseRefName.replace(/^refs\/heads\//, ''),
        isDraft: input.draft,
      },
    );
    return {
      clientMutationId: input.clientMutationId,
      pullRequest: toPullRequest(context, pullRequest),
    };
  },

  updatePullRequest: (
    {
      input,
    }: MutationInput<{
      pullRequestId: string;
      title?: string | null;
      body?: string | null;
      state?: 'OPEN' | 'CLOSED' | null;
    }>,
    context: GraphqlContext,
  ) =>
    changePullRequest(context, input, pullRequest =>
      updatePullRequest(context.forge, context.account, pullRequest, {
        title: input.title ?? undefined,
        body: input.body ?? undefined,
        state: input.state ? updateStates[input.state] : undefined,
      }),
    ),

  closePullRequest: (
    { input }: MutationInput<{ pullRequestId: string }>,
    context: GraphqlContext,
  ) =>
    changePullRequest(context, input, pullRequest =>
      updatePullRequest(context.forge, context.account, pullRequest, {
        state: 'closed',
      }),
    ),

  reopenPullRequest: (
    { input }: MutationInput<{ pullRequestId: string }>,
    context: GraphqlContext,
  ) =>
    changePullRequest(context, input, pullRequest =>
      updatePullRequest(context.forge, context.account, pullRequest, {
        state: 'open',
      }),
    ),

  mergePullRequest: (
    {
      input,
    }: MutationInput<{
      pullRequestId: string;
      expectedHeadOid?: string | null;
      commitHeadline?: string | null;
      commitBody?: string | null;
      mergeMethod: 'MERGE' | 'REBASE' | 'SQUASH';
    }>,
    context: GraphqlContext,
  ) =>
    changePullRequest(context, input, pullRequest => {
      if (input.mergeMethod === 'REBASE') {
        throw unprocessable(
          'Rebase merges are not allowed on this repository.',
        );
      }
      return mergePullRequest(context.forge, context.account, pullRequest, {
        method: input.mergeMethod === 'SQUASH' ? 'squash' : 'merge',
        expectedHeadOid: input.expectedHeadOid ?? undefined,
        title: input.commitHeadline ?? undefined,
        message: input.commitBody ?? undefined,
      });
    }),

  requestReviews: (
    {
      input,
    }: MutationInput<{
      pullRequestId: string;
      userIds?: string[] | null;
      union: boolean;
    }>,
    context: GraphqlContext,
  ) =>
    changePullRequest(context, input, pullRequest => {
      const logins = (input.userIds ?? []).map(
        id => parseNodeId('U', id)[0] ?? '',
      );
      if (!input.union) {
        pullRequest.requestedReviewers = [];
      }
      return requestReviewers(
        context.forge,
        context.account,
        pullRequest,
        logins,
      );
    }),

  async addLabelsToLabelable(
    { input }: MutationInput<{ labelableId: string; labelIds: string[] }>,
    context: GraphqlContext,
  ) {
    const names = input.labelIds.map(id => parseNodeId('LA', id)[0] ?? '');
    const { pullRequest, clientMutationId } = await changePullRequest(
      context,
      {
        pullRequestId: input.labelableId,
        clientMutationId: input.clientMutationId,
      },
      labelable =>
        labelPullRequest(context.forge, context.account, labelable, names),
    );
    return { clientMutationId, labelable: pullRequest };
  },
};

async function changePullRequest(
  context: GraphqlContext,
  input: { pullRequestId: string; clientMutationId?: string | null },
  change: (pullRequest: PullRequest) => unknown,
) {
  const [fullName, number] = parseNodeId('PR', input.pullRequestId);
  const pullRequest = context.forge.pullRequest(Number(number), fullName);
  await change(pullRequest);
  return {
    clientMutationId: input.clientMutationId,
    actor: toUser(context, context.account),
    pullRequest: toPullRequest(context, pullRequest),
  };
}
