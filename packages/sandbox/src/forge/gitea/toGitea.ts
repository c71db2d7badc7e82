import type { GitRepository } from '../../git/GitRepository';
import type { CommitDetail } from '../../git/readCommits';
import { isMergeable } from '../model/mergePullRequest';
import type { PullRequest } from '../model/PullRequest';
import type { RestRequest } from '../rest/RestRoute';

const stamp = (date: Date | undefined) =>
  date ? date.toISOString().replace(/\.\d+Z$/, 'Z') : null;

export function toUser({ forge, origin }: RestRequest, login: string) {
  const { id, name, email } = forge.account(login);
  return {
    id,
    login,
    full_name: name,
    email,
    html_url: `${origin}/${login}`,
    active: true,
  };
}

export function toRepository(request: RestRequest, repository: GitRepository) {
  const { forge, origin, account } = request;
  const { fullName, name, owner, defaultBranch } = repository;
  return {
    id: repositoryId(request, repository),
    name,
    full_name: fullName,
    owner: { id: 1, login: owner },
    private: true,
    archived: forge.archived.has(fullName),
    default_branch: defaultBranch,
    html_url: `${origin}/${fullName}`,
    clone_url: `${origin}/${fullName}.git`,
    permissions: {
      admin: false,
      push: account.permission === 'write',
      pull: true,
    },
  };
}

export function toBranch(name: string, commit: CommitDetail) {
  return {
    name,
    protected: false,
    commit: {
      id: commit.oid,
      message: commit.message,
      timestamp: stamp(commit.committer.date),
    },
  };
}

export function toCommit(commit: CommitDetail) {
  return {
    sha: commit.oid,
    commit: {
      message: `${commit.message}\n`,
      tree: { sha: commit.tree },
      author: { name: commit.author.name, email: commit.author.email },
    },
    parents: commit.parents.map(sha => ({ sha })),
  };
}

/** A label's number; one that only a pull request knows gets one now. */
export function toLabel(
  { forge }: RestRequest,
  repository: string,
  name: string,
) {
  let label = forge.labels.find(
    candidate => candidate.repository === repository && candidate.name === name,
  );
  if (!label) {
    label = { id: forge.nextId(), repository, name };
    forge.labels.push(label);
  }
  return { id: label.id, name, color: 'ededed' };
}

export async function toPullRequest(request: RestRequest, pull: PullRequest) {
  const { forge, origin } = request;
  const { merge, number } = pull;
  const repository = forge.repository(pull.repository);
  const branches = await repository.branches();
  const user = (login: string) => toUser(request, login);
  const repo = repositoryId(request, repository);
  return {
    id: 10_000 + number,
    number,
    url: `${origin}/${pull.repository}/pulls/${number}`,
    html_url: `${origin}/${pull.repository}/pulls/${number}`,
    title: pull.title,
    body: pull.body,
    state: pull.state === 'open' ? 'open' : 'closed',
    draft: pull.isDraft,
    user: user(pull.author),
    labels: pull.labels.map(name => toLabel(request, pull.repository, name)),
    requested_reviewers: pull.requestedReviewers.map(user),
    mergeable: pull.state === 'open' && (await isMergeable(forge, pull)),
    merged: merge !== undefined,
    merged_at: stamp(merge?.at),
    merged_by: merge ? user(merge.by) : null,
    merge_commit_sha: merge?.oid ?? null,
    created_at: stamp(pull.createdAt),
    updated_at: stamp(pull.updatedAt),
    closed_at: stamp(pull.closedAt),
    base: {
      label: pull.baseBranch,
      ref: pull.baseBranch,
      sha: branches.get(pull.baseBranch) ?? pull.baseOid,
      repo_id: repo,
    },
    head: {
      label: pull.headBranch,
      ref: branches.has(pull.headBranch)
        ? pull.headBranch
        : `refs/pull/${number}/head`,
      sha: branches.get(pull.headBranch) ?? pull.headOid,
      repo_id: repo,
    },
  };
}

function repositoryId({ forge }: RestRequest, repository: GitRepository) {
  return 1 + forge.repositories().indexOf(repository);
}
