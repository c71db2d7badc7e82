import type { CommitDetail } from '../../git/readCommits';
import type { GitRepository } from '../../git/GitRepository';
import { isMergeable } from '../model/mergePullRequest';
import type { PullRequest } from '../model/PullRequest';
import type { RestRequest } from '../rest/RestRoute';

const pipelineStates = {
  pending: 'running',
  success: 'success',
  failure: 'failed',
} as const;

export function toUser({ forge, origin }: RestRequest, login: string) {
  const { id, name } = forge.account(login);
  return {
    id,
    username: login,
    name,
    state: 'active',
    locked: false,
    avatar_url: null,
    web_url: `${origin}/${login}`,
  };
}

export function toProject(request: RestRequest, repository: GitRepository) {
  const { forge, origin } = request;
  const { fullName, name, owner, defaultBranch } = repository;
  return {
    id: 1 + forge.repositories().indexOf(repository),
    name,
    path: name,
    path_with_namespace: fullName,
    namespace: { name: owner, path: owner, kind: 'group', full_path: owner },
    default_branch: defaultBranch,
    archived: forge.archived.has(fullName),
    visibility: 'private',
    web_url: `${origin}/${fullName}`,
    http_url_to_repo: `${origin}/${fullName}.git`,
    merge_method: 'merge',
  };
}

export function toCommit(commit: CommitDetail) {
  const [title = ''] = commit.message.split('\n');
  return {
    id: commit.oid,
    short_id: commit.oid.slice(0, 8),
    title,
    message: commit.message,
    parent_ids: commit.parents,
    author_name: commit.author.name,
    author_email: commit.author.email,
    authored_date: commit.author.date.toISOString(),
    committer_name: commit.committer.name,
    committer_email: commit.committer.email,
    committed_date: commit.committer.date.toISOString(),
    created_at: commit.committer.date.toISOString(),
  };
}

/** As it is listed: whether it can be merged is looked at only when one is asked for. */
export function toMergeRequest(request: RestRequest, pull: PullRequest) {
  const { forge, origin } = request;
  const { merge, number } = pull;
  const project =
    1 + forge.repositories().indexOf(forge.repository(pull.repository));
  const user = (login: string) => toUser(request, login);
  return {
    id: 10_000 * project + number,
    iid: number,
    project_id: project,
    source_project_id: project,
    target_project_id: project,
    title: pull.title,
    description: pull.body,
    state: pull.state === 'open' ? 'opened' : pull.state,
    draft: pull.isDraft,
    source_branch: pull.headBranch,
    target_branch: pull.baseBranch,
    sha: pull.headOid,
    author: user(pull.author),
    labels: [...pull.labels].sort(),
    reviewers: pull.requestedReviewers.map(user),
    created_at: pull.createdAt.toISOString(),
    updated_at: pull.updatedAt.toISOString(),
    closed_at:
      pull.state === 'closed' ? (pull.closedAt?.toISOString() ?? null) : null,
    merged_at: merge?.at.toISOString() ?? null,
    merge_user: merge ? user(merge.by) : null,
    merge_commit_sha: merge?.oid ?? null,
    squash_commit_sha: null,
    has_conflicts: false,
    detailed_merge_status: pull.state === 'open' ? 'unchecked' : 'not_open',
    web_url: `${origin}/${pull.repository}/-/merge_requests/${number}`,
  };
}

export async function toMergeRequestDetail(
  request: RestRequest,
  pull: PullRequest,
) {
  const state = request.forge.checks.get(pull.headOid);
  const isOpen = pull.state === 'open';
  const isClean = isOpen && (await isMergeable(request.forge, pull));
  return {
    ...toMergeRequest(request, pull),
    ...(isOpen && {
      has_conflicts: !isClean,
      detailed_merge_status: isClean ? 'mergeable' : 'conflict',
    }),
    head_pipeline: state
      ? { id: 1, sha: pull.headOid, status: pipelineStates[state] }
      : null,
  };
}
