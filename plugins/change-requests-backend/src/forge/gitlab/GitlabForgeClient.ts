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
import { ForgeError } from '../ForgeError';
import { GitBranchWriter } from '../git/GitBranchWriter';
import { mapLimited } from '../mapLimited';
import type { ConnectedRepository } from '../http/ConnectedRepository';
import { asStaleWhere } from '../asStaleWhere';
import { requireBase } from '../requireBase';
import {
  approvalsSchema,
  branchSchema,
  mergeRequestDetailSchema,
  mergeRequestSchema,
  projectSchema,
  usersSchema,
  type MergeRequestAnswer,
} from './answers';
import { connectRepository } from './connectRepository';
import { readAuthor, readBranch, readHead } from './readBranch';
import { toPullRequest, toPullRequestStatus } from './toPullRequest';

const kind = 'gitlab';
const pageSize = 100;
const parallelCalls = 4;

/** GitLab, by REST; commits go by Git, since REST does not compare a branch's head. */
export class GitlabForgeClient implements ForgeClient {
  readonly maxBodyLength = 1_048_576;
  readonly #options: ForgeOptions;
  readonly #branches: GitBranchWriter;

  static create(options: ForgeOptions): GitlabForgeClient {
    return new GitlabForgeClient(options);
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
    const project = this.#connect(repository);
    const { api, path } = project;
    const [found, base, head, mergeRequests, reviewers] = await Promise.all([
      api.get(path, { schema: projectSchema, signal }),
      readHead(project, repository.base, signal),
      readHead(project, options.branch, signal),
      api.get(`${path}/merge_requests`, {
        query: {
          source_branch: options.branch,
          state: 'all',
          scope: 'all',
          order_by: 'created_at',
          sort: 'desc',
          per_page: 20,
        },
        schema: z.array(mergeRequestSchema),
        signal,
      }),
      Promise.all(
        options.reviewers.map(username =>
          api.get('/users', {
            query: { username },
            schema: usersSchema,
            signal,
          }),
        ),
      ),
    ]);
    const baseCommit = requireBase(repository, {
      archived: found.archived,
      base,
    });
    return {
      repositoryId: String(found.id),
      baseCommit,
      branch: head ? await readBranch(project, head, signal) : undefined,
      pullRequests: mergeRequests
        .filter(request => request.source_project_id === found.id)
        .map(request => toPullRequest(request, head ?? baseCommit)),
      // GitLab takes labels by name, and makes those it does not have.
      labelIds: new Map(options.labels.map(label => [label, label])),
      reviewerIds: new Map(
        reviewers.flatMap(users =>
          users.map(({ id, username }) => [username, String(id)] as const),
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
      await api
        .send('POST', `${path}/repository/branches`, {
          body: { branch: options.branch, ref: options.expectedHead },
          schema: branchSchema,
          signal,
        })
        .catch(asStaleWhere(/already exists/i));
    }
    await this.#branches.commit(repository, { ...options, author }, signal);
  }

  async openPullRequest(
    repository: ForgeRepository,
    options: { branch: string; title: string; body: string },
    signal: AbortSignal,
  ): Promise<ForgePullRequest> {
    const project = this.#connect(repository);
    const opened = await project.api.send(
      'POST',
      `${project.path}/merge_requests`,
      {
        body: {
          source_branch: options.branch,
          target_branch: repository.base,
          title: options.title,
          description: options.body,
        },
        schema: mergeRequestSchema,
        signal,
      },
    );
    const head =
      opened.sha ?? (await readHead(project, options.branch, signal));
    if (!head) {
      throw new ForgeError('stale', `The branch ${options.branch} is gone`);
    }
    return toPullRequest(opened, head);
  }

  /** The list of reviewers is replaced as a whole, so it is read just before. */
  async decorate(
    repository: ForgeRepository,
    { pullRequest, labels, reviewerIds }: DecorateOptions,
    signal: AbortSignal,
  ): Promise<void> {
    const { api, path } = this.#connect(repository);
    const request = `${path}/merge_requests/${pullRequest.number}`;
    const asked =
      reviewerIds.length > 0
        ? (await api.get(request, { schema: mergeRequestSchema, signal }))
            .reviewers
        : [];
    await api.send('PUT', request, {
      body: {
        ...(labels.length > 0 && { add_labels: labels.join(',') }),
        ...(reviewerIds.length > 0 && {
          reviewer_ids: [
            ...new Set([
              ...asked.map(({ id }) => id),
              ...reviewerIds.map(Number),
            ]),
          ],
        }),
      },
      schema: mergeRequestSchema,
      signal,
    });
  }

  async readPullRequests(
    repository: ForgeRepository,
    numbers: number[],
    signal: AbortSignal,
  ): Promise<PullRequestStatus[]> {
    const project = this.#connect(repository);
    const { api, path } = project;
    const found = await api.get(`${path}/merge_requests`, {
      query: { iids: numbers, state: 'all', scope: 'all', per_page: pageSize },
      schema: z.array(mergeRequestSchema),
      signal,
    });
    return mapLimited(found, parallelCalls, async request =>
      request.state === 'open'
        ? readOpen(project, request, signal)
        : toPullRequestStatus(request),
    );
  }

  #connect(repository: ForgeRepository): ConnectedRepository {
    return connectRepository(repository, this.#options);
  }
}

/** What only the merge request itself tells, and only while it is open is wanted. */
async function readOpen(
  { api, path }: ConnectedRepository,
  { iid }: MergeRequestAnswer,
  signal: AbortSignal,
): Promise<PullRequestStatus> {
  const request = `${path}/merge_requests/${iid}`;
  const [detail, approvals] = await Promise.all([
    api.get(request, { schema: mergeRequestDetailSchema, signal }),
    api.get(`${request}/approvals`, { schema: approvalsSchema, signal }),
  ]);
  return toPullRequestStatus(detail, approvals);
}
