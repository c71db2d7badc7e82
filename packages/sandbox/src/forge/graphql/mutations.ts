import { readCommit } from '../../git/readCommits';
import { createRef, deleteRef, parseRef, updateRef } from '../model/changeRefs';
import { createCommit } from '../model/createCommit';
import { createPullRequest } from '../model/createPullRequest';
import { unprocessable } from '../model/ForgeError';
import { labelPullRequest } from '../model/labelPullRequest';
import { mergePullRequest } from '../model/mergePullRequest';
import { parseNodeId } from '../model/nodeId';
import { requestReviewers } from '../model/reviewPullRequest';
import { updatePullRequest } from '../model/updatePullRequest';
import type { GraphqlContext } from './GraphqlContext';
import { toCommit } from './toGitObject';
import { toPullRequest } from './toPullRequest';
import { requireRepository, toRef } from './toRepository';
import { toUser } from './toUser';

interface Input<TFields> {
  input: TFields & { clientMutationId?: string | null };
}

/** The fields of `Mutation`. GraphQL has checked the types of the inputs before. */
export const mutations = {
  async createRef(
    { input }: Input<{ repositoryId: string; name: string; oid: string }>,
    context: GraphqlContext,
  ) {
    const repository = requireRepository(
      context,
      parseNodeId('R', input.repositoryId),
    );
    const { branch, oid } = await createRef(
      context.forge,
      context.account,
      repository,
      { ref: input.name, oid: input.oid },
    );
    return {
      clientMutationId: input.clientMutationId,
      ref: toRef(context, repository, branch, oid),
    };
  },

  async updateRef(
    { input }: Input<{ refId: string; oid: string; force: boolean }>,
    context: GraphqlContext,
  ) {
    const { repository, branch } = requireRef(context, input.refId);
    const updated = await updateRef(
      context.forge,
      context.account,
      repository,
      {
        branch,
        oid: input.oid,
        force: input.force,
      },
    );
    return {
      clientMutationId: input.clientMutationId,
      ref: toRef(context, repository, branch, updated.oid),
    };
  },

  async deleteRef(
    { input }: Input<{ refId: string }>,
    context: GraphqlContext,
  ) {
    const { repository, branch } = requireRef(context, input.refId);
    await deleteRef(context.forge, context.account, repository, branch);
    return { clientMutationId: input.clientMutationId };
  },

  async createCommitOnBranch(
    {
      input,
    }: Input<{
      branch: {
        branchName?: string | null;
        id?: string | null;
        repositoryNameWithOwner?: string | null;
      };
      expectedHeadOid: string;
      fileChanges?: {
        additions: { path: string; contents: string }[];
        deletions: { path: string }[];
      } | null;
      message: { headline: string; body?: string | null };
    }>,
    context: GraphqlContext,
  ) {
    const { repository, branch } = requireCommittableBranch(
      context,
      input.branch,
    );
    const { headline, body } = input.message;
    const oid = await createCommit(context.forge, context.account, repository, {
      branch,
      expectedHeadOid: input.expectedHeadOid,
      message: body ? `${headline}\n\n${body}` : headline,
      additions: (input.fileChanges?.additions ?? []).map(
        ({ path, contents }) => ({ path, contents: decodeBase64(contents) }),
      ),
      deletions: (input.fileChanges?.deletions ?? []).map(({ path }) => path),
    });
    const commit = await readCommit(repository.bareDir, oid);
    return {
      clientMutationId: input.clientMutationId,
      commit: toCommit(context, repository, commit),
      ref: toRef(context, repository, branch, oid),
    };
  },

  async createPullRequest(
    {
      input,
    }: Input<{
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
    }: Input<{
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
    { input }: Input<{ pullRequestId: string }>,
    context: GraphqlContext,
  ) =>
    changePullRequest(context, input, pullRequest =>
      updatePullRequest(context.forge, context.account, pullRequest, {
        state: 'closed',
      }),
    ),

  reopenPullRequest: (
    { input }: Input<{ pullRequestId: string }>,
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
    }: Input<{
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
    }: Input<{
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
    { input }: Input<{ labelableId: string; labelIds: string[] }>,
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

const updateStates = { OPEN: 'open', CLOSED: 'closed' } as const;

async function changePullRequest(
  context: GraphqlContext,
  input: { pullRequestId: string; clientMutationId?: string | null },
  change: (
    pullRequest: ReturnType<GraphqlContext['forge']['pullRequest']>,
  ) => unknown,
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

function requireRef(context: GraphqlContext, id: string) {
  const [fullName = '', branch = ''] = parseNodeId('REF', id);
  return { repository: context.forge.repository(fullName), branch };
}

function requireCommittableBranch(
  context: GraphqlContext,
  branch: {
    branchName?: string | null;
    id?: string | null;
    repositoryNameWithOwner?: string | null;
  },
) {
  if (branch.id) {
    return requireRef(context, branch.id);
  }
  const { branchName, repositoryNameWithOwner } = branch;
  if (!branchName || !repositoryNameWithOwner) {
    throw unprocessable(
      'A committable branch needs an id, or branchName and repositoryNameWithOwner.',
    );
  }
  return {
    repository: context.forge.repository(repositoryNameWithOwner),
    branch: parseRef(branchName) ?? branchName,
  };
}

function decodeBase64(contents: string): Buffer {
  const plain = contents.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4 !== 0) {
    throw unprocessable('The contents of a file are not valid base64.');
  }
  return Buffer.from(plain, 'base64');
}
