import { maySee, type ForgeAccount } from '../model/ForgeAccount';
import { notFound } from '../model/ForgeError';
import type { ForgeState } from '../model/ForgeState';

export interface RestRequest {
  forge: ForgeState;
  account: ForgeAccount;
  /** Origin under which the client calls, such as `http://localhost:7401`. */
  origin: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

export interface RestAnswer {
  status: number;
  /** No body when undefined. */
  body?: unknown;
}

/** One operation of the REST API: `path` as the documentation of GitHub writes it. */
export interface RestRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Such as `/repos/{owner}/{repo}/pulls/{pull_number}`; `{ref...}` takes slashes too. */
  path: string;
  handle(request: RestRequest): Promise<RestAnswer> | RestAnswer;
}

/** The repository that `{owner}` and `{repo}` name. */
export function repositoryOf({ forge, account, params }: RestRequest) {
  const repository = forge.repository(`${params.owner}/${params.repo}`);
  if (!maySee(account, repository.fullName)) {
    throw notFound(repository.fullName);
  }
  return repository;
}

/** The pull request that `{pull_number}` or `{issue_number}` names. */
export function pullRequestOf(request: RestRequest) {
  const number = Number(
    request.params.pull_number ?? request.params.issue_number,
  );
  return request.forge.pullRequest(number, repositoryOf(request).fullName);
}
