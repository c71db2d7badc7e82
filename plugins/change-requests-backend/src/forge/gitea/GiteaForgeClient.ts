import { z } from 'zod';
import type {
  CommitOptions,
  DecorateOptions,
  ForgeClient,
  ForgeOptions,
  ForgePullRequest,
  ForgeReading,
  ForgeRepository,
  PullRequestStatus,
  ReadBranchOptions,
} from '../ForgeClient';
import { GitBranchWriter } from '../git/GitBranchWriter';
import type { ConnectedRepository } from '../http/ConnectedRepository';
import { mapLimited } from '../mapLimited';
import { requireBase } from '../requireBase';
import { encodePath } from '../repositoryPath';
import {
  accountSchema,
  branchSchema,
  combinedStatusSchema,
  labelSchema,
  pullRequestSchema,
  repositorySchema,
  reviewsSchema,
} from './answers';
import { connectRepository } from './connectRepository';
import { readAuthor, readBranch } from './readBranch';
import { readPullRequestsOf } from './readPullRequestsOf';
import { toPullRequest, toPullRequestStatus } from './toPullRequest';

const kind = 'gitea';
const parallelCalls = 4;
/** Of labels the portal makes. */
const labelColor = '#ededed';

/** Gitea and Forgejo, by REST; commits go by Git, since REST does not compare a branch's head. */
export class GiteaForgeClient implements ForgeClient {
  /** Gitea has no limit of its own; this is where a reader's patience ends. */
  readonly maxBodyLength = 1_048_576;
  readonly #options: ForgeOptions;
  readonly #branches: GitBranchWriter;

  static create(options: ForgeOptions): GiteaForgeClient {
    return new GiteaForgeClient(options);
  }

  private constructor(options: ForgeOptions) {
    this.#options = options;
    this.#branches = GitBranchWriter.create({ kind, ...options });
  }

  async read(
    repository: ForgeRepository,
    options: ReadBranchOptions,
    signal: AbortSignal,
  ): Promise<ForgeReading> {
    const connected = this.#connect(repository);
    const { api, path } = connected;
    const [found, base, branch, pullRequests, labels, reviewers] =
      await Promise.all([
        api.get(path, { schema: repositorySchema, signal }),
        api.find(`${path}/branches/${encodePath(repository.base)}`, {
          schema: branchSchema,
          signal,
        }),
        readBranch(connected, options.branch, signal),
        readPullRequestsOf(
          connected,
          { base: repository.base, head: options.branch },
          signal,
        ),
        options.labels.length > 0
          ? api.get(`${path}/labels`, {
              query: { limit: 50 },
              schema: z.array(labelSchema),
              signal,
            })
          : [],
        Promise.all(
          options.reviewers.map(login =>
            api.find(`/users/${encodeURIComponent(login)}`, {
              schema: accountSchema,
              signal,
            }),
          ),
        ),
      ]);
    return {
      repositoryId: String(found.id),
      baseCommit: requireBase(repository, {
        archived: found.archived,
        base: base?.commit.id,
      }),
      branch,
      pullRequests: pullRequests
        .filter(({ head }) => head.repo_id === found.id)
        .map(toPullRequest),
      labelIds: new Map(labels.map(({ id, name }) => [name, String(id)])),
      reviewerIds: new Map(
        reviewers.flatMap(account =>
          account ? [[account.login, account.login] as const] : [],
        ),
      ),
    };
  }

  async commit(
    repository: ForgeRepository,
    options: CommitOptions,
    signal: AbortSignal,
  ): Promise<void> {
    const { api, path } = this.#connect(repository);
    const author = await readAuthor(api, signal);
    if (options.createBranch) {
      await api.send('POST', `${path}/branches`, {
        body: {
          new_branch_name: options.branch,
          old_ref_name: options.expectedHead,
        },
        schema: branchSchema,
        signal,
      });
    }
    await this.#branches.commit(repository, { ...options, author }, signal);
  }

  async openPullRequest(
    repository: ForgeRepository,
    options: { branch: string; title: string; body: string },
    signal: AbortSignal,
  ): Promise<ForgePullRequest> {
    const { api, path } = this.#connect(repository);
    const opened = await api.send('POST', `${path}/pulls`, {
      body: {
        head: options.branch,
        base: repository.base,
        title: options.title,
        body: options.body,
      },
      schema: pullRequestSchema,
      signal,
    });
    return toPullRequest(opened);
  }

  async decorate(
    repository: ForgeRepository,
    { pullRequest, labels, labelIds, reviewerIds }: DecorateOptions,
    signal: AbortSignal,
  ): Promise<void> {
    const { api, path } = this.#connect(repository);
    const ids: number[] = [];
    for (const name of labels) {
      const known = labelIds.get(name);
      const { id } =
        known === undefined
          ? await api.send('POST', `${path}/labels`, {
              body: { name, color: labelColor },
              schema: labelSchema,
              signal,
            })
          : { id: Number(known) };
      ids.push(id);
    }
    if (ids.length > 0) {
      await api.send('POST', `${path}/issues/${pullRequest.number}/labels`, {
        body: { labels: ids },
        schema: z.unknown(),
        signal,
      });
    }
    if (reviewerIds.length > 0) {
      await api.send(
        'POST',
        `${path}/pulls/${pullRequest.number}/requested_reviewers`,
        { body: { reviewers: reviewerIds }, schema: z.unknown(), signal },
      );
    }
  }

  async readPullRequests(
    repository: ForgeRepository,
    numbers: number[],
    signal: AbortSignal,
  ): Promise<PullRequestStatus[]> {
    const connected = this.#connect(repository);
    // A repository that is hidden is an error; a request that is gone is none.
    await connected.api.get(connected.path, {
      schema: repositorySchema,
      signal,
    });
    const found = await mapLimited(numbers, parallelCalls, number =>
      readStatus(connected, number, signal),
    );
    return found.filter(status => status !== undefined);
  }

  #connect(repository: ForgeRepository): ConnectedRepository {
    return connectRepository(repository, this.#options);
  }
}

async function readStatus(
  { api, path }: ConnectedRepository,
  number: number,
  signal: AbortSignal,
): Promise<PullRequestStatus | undefined> {
  const pullRequest = await api.find(`${path}/pulls/${number}`, {
    schema: pullRequestSchema,
    signal,
  });
  if (!pullRequest) {
    return undefined;
  }
  if (pullRequest.state !== 'open') {
    return toPullRequestStatus(pullRequest, { reviews: [] });
  }
  const [reviews, status] = await Promise.all([
    api.get(`${path}/pulls/${number}/reviews`, {
      query: { limit: 50 },
      schema: reviewsSchema,
      signal,
    }),
    api.get(`${path}/commits/${pullRequest.head.sha}/status`, {
      schema: combinedStatusSchema,
      signal,
    }),
  ]);
  return toPullRequestStatus(pullRequest, { reviews, status });
}
