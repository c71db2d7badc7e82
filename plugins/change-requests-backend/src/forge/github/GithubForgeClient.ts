import type { ScmIntegrationRegistry } from '@backstage/integration';
import { z } from 'zod';
import type {
  CommitOptions,
  DecorateOptions,
  ForgeClient,
  ForgePullRequest,
  ForgeReading,
  ForgeRepository,
  PullRequestStatus,
  ReadBranchOptions,
} from '../ForgeClient';
import { ForgeError } from '../ForgeError';
import { archivedError, branchMissingError } from '../readingErrors';
import {
  aliasedIds,
  branchAnswerSchema,
  openedAnswerSchema,
  pullRequestsAnswerSchema,
} from './answers';
import {
  commitDocument,
  decorateDocument,
  openPullRequestDocument,
  readBranchDocument,
  readPullRequestsDocument,
} from './documents';
import { GithubApi } from './GithubApi';
import { toPullRequest, toPullRequestStatus } from './toPullRequest';

/** GitHub and GitHub Enterprise Server, over GraphQL as far as it goes. */
export class GithubForgeClient implements ForgeClient {
  /** GitHub refuses more; it cuts nothing off. */
  readonly maxBodyLength = 65_536;
  readonly #api: GithubApi;

  static create(options: {
    integrations: ScmIntegrationRegistry;
    /** How long one call may take. */
    deadlineMilliseconds: number;
  }): GithubForgeClient {
    return new GithubForgeClient(GithubApi.create(options));
  }

  private constructor(api: GithubApi) {
    this.#api = api;
  }

  async read(
    repository: ForgeRepository,
    options: ReadBranchOptions,
    signal: AbortSignal,
  ): Promise<ForgeReading> {
    const { branch, labels, reviewers } = options;
    const answer = await this.#api.call({
      url: repository.url,
      document: readBranchDocument({
        labels: labels.length,
        reviewers: reviewers.length,
      }),
      variables: {
        ...ownerAndName(repository),
        base: `refs/heads/${repository.base}`,
        branch: `refs/heads/${branch}`,
        head: branch,
        ...numbered('label', labels),
        ...numbered('reviewer', reviewers),
      },
      schema: branchAnswerSchema,
      signal,
      // A label or person that does not exist does not stop a pull request.
      tolerate: ({ type, path }) =>
        type === 'NOT_FOUND' && path?.[0] !== 'repository',
    });
    const found = requireRepository(answer.repository, repository);
    if (found.isArchived) {
      throw archivedError(repository);
    }
    if (!found.base) {
      throw branchMissingError(repository);
    }
    return {
      repositoryId: found.id,
      baseCommit: found.base.target.oid,
      branch: found.branch
        ? {
            tree: found.branch.target.tree.oid,
            commits: found.branch.target.history.map(commit => ({
              oid: commit.oid,
              message: commit.message,
              parents: commit.parents.map(parent => parent.oid),
            })),
          }
        : undefined,
      pullRequests: found.pullRequests
        .filter(pull => !pull.isCrossRepository)
        .map(toPullRequest),
      labelIds: aliasedIds(found, 'label', labels),
      reviewerIds: aliasedIds(answer, 'reviewer', reviewers),
    };
  }

  async commit(
    repository: ForgeRepository,
    options: CommitOptions,
    signal: AbortSignal,
  ): Promise<void> {
    const { owner, name } = ownerAndName(repository);
    const deletions = options.edits.filter(edit => edit.kind === 'delete');
    const additions = options.edits.filter(edit => edit.kind !== 'delete');
    await this.#api.call({
      url: repository.url,
      document: commitDocument,
      variables: {
        createBranch: options.createBranch,
        ref: {
          repositoryId: options.repositoryId,
          name: `refs/heads/${options.branch}`,
          oid: options.expectedHead,
        },
        commit: {
          branch: {
            repositoryNameWithOwner: `${owner}/${name}`,
            branchName: options.branch,
          },
          expectedHeadOid: options.expectedHead,
          message: { headline: options.headline, body: options.body },
          fileChanges: {
            additions: additions.map(edit => ({
              path: edit.path,
              contents: Buffer.from(edit.after, 'utf8').toString('base64'),
            })),
            deletions: deletions.map(edit => ({ path: edit.path })),
          },
        },
      },
      schema: z.object({}),
      signal,
    });
  }

  async openPullRequest(
    repository: ForgeRepository,
    options: {
      repositoryId: string;
      branch: string;
      title: string;
      body: string;
    },
    signal: AbortSignal,
  ): Promise<ForgePullRequest> {
    const answer = await this.#api.call({
      url: repository.url,
      document: openPullRequestDocument,
      variables: {
        input: {
          repositoryId: options.repositoryId,
          baseRefName: repository.base,
          headRefName: options.branch,
          title: options.title,
          body: options.body,
        },
      },
      schema: openedAnswerSchema,
      signal,
    });
    return toPullRequest(answer.createPullRequest.pullRequest);
  }

  async decorate(
    repository: ForgeRepository,
    options: DecorateOptions,
    signal: AbortSignal,
  ): Promise<void> {
    const { pullRequest, labels, labelIds, reviewerIds } = options;
    const knowsAll = labels.every(label => labelIds.has(label));
    if (!knowsAll) {
      // By name, GitHub makes the labels a repository does not have yet.
      const { owner, name } = ownerAndName(repository);
      await this.#api.post({
        url: repository.url,
        path: `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/issues/${pullRequest.number}/labels`,
        body: { labels },
        signal,
      });
    }
    const withLabels = knowsAll && labels.length > 0;
    const withReviews = reviewerIds.length > 0;
    if (withLabels || withReviews) {
      await this.#api.call({
        url: repository.url,
        document: decorateDocument,
        variables: {
          withLabels,
          labels: {
            labelableId: pullRequest.id,
            labelIds: labels.flatMap(label => labelIds.get(label) ?? []),
          },
          withReviews,
          reviews: {
            pullRequestId: pullRequest.id,
            userIds: reviewerIds,
            union: true,
          },
        },
        schema: z.object({}),
        signal,
      });
    }
  }

  async readPullRequests(
    repository: ForgeRepository,
    numbers: number[],
    signal: AbortSignal,
  ): Promise<PullRequestStatus[]> {
    // An app that was not allowed to read checks gets all but those.
    const withoutChecks = new Set<unknown>();
    const answer = await this.#api.call({
      url: repository.url,
      document: readPullRequestsDocument(numbers.length),
      variables: {
        ...ownerAndName(repository),
        ...numbered('number', numbers),
      },
      schema: pullRequestsAnswerSchema,
      signal,
      tolerate: ({ type, path }) => {
        if (type === 'FORBIDDEN' && path?.at(-1) === 'statusCheckRollup') {
          withoutChecks.add(path[1]);
          return true;
        }
        return type === 'NOT_FOUND' && (path?.length ?? 0) > 1;
      },
    });
    const pulls = requireRepository(answer.repository, repository);
    return Object.entries(pulls).flatMap(([alias, pull]) =>
      pull ? [toPullRequestStatus(pull, withoutChecks.has(alias))] : [],
    );
  }
}

function requireRepository<T>(found: T | null, repository: ForgeRepository): T {
  if (found === null) {
    throw new ForgeError(
      'not-found',
      `The forge does not show the repository ${repository.url} to the portal`,
    );
  }
  return found;
}

function ownerAndName(repository: ForgeRepository) {
  const [owner = '', name = ''] = new URL(repository.url).pathname
    .split('/')
    .filter(segment => segment !== '');
  return { owner, name };
}

function numbered(
  prefix: string,
  values: Array<string | number>,
): Record<string, string | number> {
  return Object.fromEntries(values.map((value, i) => [`${prefix}${i}`, value]));
}
