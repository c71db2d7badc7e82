import { z } from 'zod';
import type {
  CommitOptions,
  DecorateOptions,
  ForgeClient,
  ForgeOptions,
  ForgePullRequest,
  ForgeReading,
  ForgeRepository,
  OpenPullRequestOptions,
  ProposeOptions,
  PullRequestStatus,
  ReadBranchOptions,
} from '../ForgeClient';
import { ForgeError } from '../ForgeError';
import { requireBase } from '../requireBase';
import {
  aliasedIds,
  branchAnswerSchema,
  openedAnswerSchema,
  openedInSpiteSchema,
  pullRequestsAnswerSchema,
} from './answers';
import {
  commitDocument,
  decorateDocument,
  openPullRequestDocument,
  proposeDocument,
  readBranchDocument,
  readPullRequestsDocument,
  withdrawDocument,
} from './documents';
import { GithubApi } from './GithubApi';
import { commitInputs, pullRequestInput } from './mutationInputs';
import { ownerAndName } from './ownerAndName';
import { toPullRequest, toPullRequestStatus } from './toPullRequest';

/** GitHub and GitHub Enterprise Server, over GraphQL as far as it goes. */
export class GithubForgeClient implements ForgeClient {
  /** GitHub refuses more; it cuts nothing off. */
  readonly maxBodyLength = 65_536;
  readonly #api: GithubApi;

  static create(options: ForgeOptions): GithubForgeClient {
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
    return {
      repositoryId: found.id,
      baseCommit: requireBase(repository, {
        archived: found.isArchived,
        base: found.base?.target.oid,
      }),
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
    await this.#api.call({
      url: repository.url,
      document: commitDocument,
      variables: {
        createBranch: options.createBranch,
        ...commitInputs(repository, options),
      },
      schema: z.object({}),
      signal,
    });
  }

  async openPullRequest(
    repository: ForgeRepository,
    options: OpenPullRequestOptions,
    signal: AbortSignal,
  ): Promise<ForgePullRequest> {
    const answer = await this.#api.call({
      url: repository.url,
      document: openPullRequestDocument,
      variables: { pullRequest: pullRequestInput(repository, options) },
      schema: openedAnswerSchema,
      signal,
    });
    return toPullRequest(answer.createPullRequest.pullRequest);
  }

  async propose(
    repository: ForgeRepository,
    { commit, title, body }: ProposeOptions,
    signal: AbortSignal,
  ): Promise<ForgePullRequest> {
    const answer = await this.#api.call({
      url: repository.url,
      document: proposeDocument,
      variables: {
        ...commitInputs(repository, commit),
        pullRequest: pullRequestInput(repository, { ...commit, title, body }),
      },
      schema: openedAnswerSchema,
      signal,
      takeBack: async data => {
        const opened = openedInSpiteSchema.safeParse(data);
        if (opened.success) {
          const { id, headRef } = opened.data.createPullRequest.pullRequest;
          // An earlier try that was slow may have written the same commit.
          if (!headRef.target.message.includes(commit.body)) {
            await this.#withdraw(repository, id, signal);
          }
        }
      },
    });
    return toPullRequest(answer.createPullRequest.pullRequest);
  }

  /** What fails here stays as it is, and the next reading finds it. */
  async #withdraw(
    repository: ForgeRepository,
    pullRequestId: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#api
      .call({
        url: repository.url,
        document: withdrawDocument,
        variables: {
          text: {
            pullRequestId,
            body: 'The portal closed this pull request: somebody else made its branch before the portal could, and the commits on it are theirs.',
          },
          close: { pullRequestId },
        },
        schema: z.object({}),
        signal,
      })
      .catch(() => undefined);
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

function numbered(
  prefix: string,
  values: Array<string | number>,
): Record<string, string | number> {
  return Object.fromEntries(values.map((value, i) => [`${prefix}${i}`, value]));
}
