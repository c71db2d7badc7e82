import { readCommit } from '../../git/readCommits';
import { createRef, deleteRef, parseRef, updateRef } from '../model/changeRefs';
import { createCommit } from '../model/createCommit';
import { unprocessable } from '../model/ForgeError';
import { parseNodeId } from '../model/nodeId';
import type { GraphqlContext } from './GraphqlContext';
import type { MutationInput } from './MutationInput';
import { toCommit } from './toGitObject';
import { requireRepository, toRef } from './toRepository';

/** The fields of `Mutation` that change branches. */
export const repositoryMutations = {
  async createRef(
    {
      input,
    }: MutationInput<{ repositoryId: string; name: string; oid: string }>,
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
    { input }: MutationInput<{ refId: string; oid: string; force: boolean }>,
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
    { input }: MutationInput<{ refId: string }>,
    context: GraphqlContext,
  ) {
    const { repository, branch } = requireRef(context, input.refId);
    await deleteRef(context.forge, context.account, repository, branch);
    return { clientMutationId: input.clientMutationId };
  },

  async createCommitOnBranch(
    {
      input,
    }: MutationInput<{
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
};

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
