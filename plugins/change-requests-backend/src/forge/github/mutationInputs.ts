import type {
  CommitOptions,
  ForgeRepository,
  OpenPullRequestOptions,
} from '../ForgeClient';
import { ownerAndName } from './ownerAndName';

/** Inputs of `createRef` and `createCommitOnBranch` for one commit. */
export function commitInputs(
  repository: ForgeRepository,
  options: Omit<CommitOptions, 'createBranch'>,
) {
  const { owner, name } = ownerAndName(repository);
  const { repositoryId, branch, expectedHead, headline, body, edits } = options;
  return {
    ref: { repositoryId, name: `refs/heads/${branch}`, oid: expectedHead },
    commit: {
      branch: {
        repositoryNameWithOwner: `${owner}/${name}`,
        branchName: branch,
      },
      expectedHeadOid: expectedHead,
      message: { headline, body },
      fileChanges: {
        additions: edits.flatMap(edit =>
          edit.kind === 'delete'
            ? []
            : {
                path: edit.path,
                contents: Buffer.from(edit.after, 'utf8').toString('base64'),
              },
        ),
        deletions: edits.flatMap(({ kind, path }) =>
          kind === 'delete' ? { path } : [],
        ),
      },
    },
  };
}

/** Input of `createPullRequest`. */
export function pullRequestInput(
  repository: ForgeRepository,
  { repositoryId, branch, title, body }: OpenPullRequestOptions,
) {
  return {
    repositoryId,
    baseRefName: repository.base,
    headRefName: branch,
    title,
    body,
  };
}
