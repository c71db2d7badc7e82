import type { FileDiff } from '../../git/compareCommits';
import type { GitRepository } from '../../git/GitRepository';
import type { CommitDetail } from '../../git/readCommits';
import type { ForgeAccount } from '../model/ForgeAccount';
import type { ForgeState } from '../model/ForgeState';
import type { Comment, PullRequest, Review } from '../model/PullRequest';
import { toNodeId } from '../model/nodeId';

/** Writes the forge's things as GitHub's REST API does. */
export interface RestWriter {
  user(login: string): object;
  label(name: string): object;
  repository(repository: GitRepository, account: ForgeAccount): object;
  pullRequest(pullRequest: PullRequest): object;
  review(pullRequest: PullRequest, review: Review): object;
  comment(pullRequest: PullRequest, comment: Comment): object;
  file(repository: GitRepository, head: string, file: FileDiff): object;
  gitCommit(repository: GitRepository, commit: CommitDetail): object;
  commit(repository: GitRepository, commit: CommitDetail): object;
}

export function createRestWriter(
  forge: ForgeState,
  origin: string,
): RestWriter {
  const api = `${origin}/api/v3`;
  const repositoryUrl = (fullName: string) => `${api}/repos/${fullName}`;
  const stamp = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
  const person = (who: CommitDetail['author']) => ({
    name: who.name,
    email: who.email,
    date: stamp(who.date),
  });

  const writer: RestWriter = {
    user(login) {
      const account = forge.account(login);
      return {
        login,
        id: account.id,
        node_id: toNodeId('U', login),
        url: `${api}/users/${login}`,
        html_url: `${origin}/${login}`,
        type: 'User',
        site_admin: false,
        name: account.name,
        email: account.email,
      };
    },
    label(name) {
      return {
        node_id: toNodeId('LA', name),
        name,
        color: 'ededed',
        default: false,
        description: null,
      };
    },
    repository(repository, account) {
      const canWrite = account.permission === 'write';
      const { fullName } = repository;
      return {
        id: 1 + forge.repositories().indexOf(repository),
        node_id: toNodeId('R', fullName),
        name: repository.name,
        full_name: fullName,
        private: true,
        owner: {
          login: repository.owner,
          type: 'Organization',
          url: `${api}/users/${repository.owner}`,
        },
        html_url: `${origin}/${fullName}`,
        url: repositoryUrl(fullName),
        clone_url: `${origin}/${fullName}.git`,
        default_branch: repository.defaultBranch,
        archived: forge.archived.has(fullName),
        disabled: false,
        fork: false,
        visibility: 'private',
        permissions: {
          admin: false,
          maintain: false,
          push: canWrite,
          triage: canWrite,
          pull: true,
        },
        allow_merge_commit: true,
        allow_squash_merge: true,
        allow_rebase_merge: false,
        allow_auto_merge: false,
        delete_branch_on_merge: false,
      };
    },
    pullRequest(pullRequest) {
      const { number, merge } = pullRequest;
      const fullName = pullRequest.repository;
      const repository = forge.repository(fullName);
      const url = `${repositoryUrl(fullName)}/pulls/${number}`;
      const side = (branch: string, sha: string) => ({
        label: `${repository.owner}:${branch}`,
        ref: branch,
        sha,
        user: { login: repository.owner, type: 'Organization' },
        repo: {
          name: repository.name,
          full_name: fullName,
          html_url: `${origin}/${fullName}`,
        },
      });
      return {
        url,
        id: number,
        node_id: toNodeId('PR', fullName, number),
        html_url: `${origin}/${fullName}/pull/${number}`,
        diff_url: `${origin}/${fullName}/pull/${number}.diff`,
        number,
        state: pullRequest.state === 'open' ? 'open' : 'closed',
        locked: false,
        title: pullRequest.title,
        user: writer.user(pullRequest.author),
        body: pullRequest.body,
        created_at: stamp(pullRequest.createdAt),
        updated_at: stamp(pullRequest.updatedAt),
        closed_at: pullRequest.closedAt ? stamp(pullRequest.closedAt) : null,
        merged_at: merge ? stamp(merge.at) : null,
        merge_commit_sha: merge?.oid ?? null,
        merged: merge !== undefined,
        merged_by: merge ? writer.user(merge.by) : null,
        draft: pullRequest.isDraft,
        labels: pullRequest.labels.map(writer.label),
        requested_reviewers: pullRequest.requestedReviewers.map(writer.user),
        requested_teams: [],
        assignees: [],
        head: side(pullRequest.headBranch, pullRequest.headOid),
        base: side(pullRequest.baseBranch, pullRequest.baseOid),
        author_association: 'MEMBER',
      };
    },
    review(pullRequest, review) {
      return {
        id: review.id,
        node_id: toNodeId('PRR', pullRequest.repository, review.id),
        user: writer.user(review.author),
        body: review.body,
        state: review.state,
        html_url: `${origin}/${pullRequest.repository}/pull/${pullRequest.number}#review-${review.id}`,
        submitted_at: stamp(review.submittedAt),
        commit_id: review.commitOid,
        author_association: 'MEMBER',
      };
    },
    comment(pullRequest, comment) {
      return {
        id: comment.id,
        node_id: toNodeId('IC', pullRequest.repository, comment.id),
        html_url: `${origin}/${pullRequest.repository}/pull/${pullRequest.number}#comment-${comment.id}`,
        user: writer.user(comment.author),
        body: comment.body,
        created_at: stamp(comment.createdAt),
        updated_at: stamp(comment.createdAt),
      };
    },
    file(repository, head, file) {
      const path = file.path.split('/').map(encodeURIComponent).join('/');
      return {
        sha: (file.after ?? file.before)?.oid,
        filename: file.path,
        status: file.status,
        additions: file.additions,
        deletions: file.deletions,
        changes: file.additions + file.deletions,
        blob_url: `${origin}/${repository.fullName}/blob/${head}/${path}`,
        patch: file.patch,
      };
    },
    gitCommit(repository, commit) {
      const url = repositoryUrl(repository.fullName);
      return {
        sha: commit.oid,
        node_id: toNodeId('C', repository.fullName, commit.oid),
        url: `${url}/git/commits/${commit.oid}`,
        html_url: `${origin}/${repository.fullName}/commit/${commit.oid}`,
        author: person(commit.author),
        committer: person(commit.committer),
        tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
        message: commit.message,
        parents: commit.parents.map(sha => ({
          sha,
          url: `${url}/git/commits/${sha}`,
        })),
        verification: {
          verified: false,
          reason: 'unsigned',
          signature: null,
          payload: null,
        },
      };
    },
    commit(repository, commit) {
      const url = repositoryUrl(repository.fullName);
      const account = forge.accounts.find(
        candidate => candidate.email === commit.author.email,
      );
      return {
        sha: commit.oid,
        node_id: toNodeId('C', repository.fullName, commit.oid),
        url: `${url}/commits/${commit.oid}`,
        html_url: `${origin}/${repository.fullName}/commit/${commit.oid}`,
        commit: {
          author: person(commit.author),
          committer: person(commit.committer),
          message: commit.message,
          tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
        },
        author: account ? writer.user(account.login) : null,
        parents: commit.parents.map(sha => ({
          sha,
          url: `${url}/commits/${sha}`,
        })),
      };
    },
  };
  return writer;
}
