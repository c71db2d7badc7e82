import type { ScmIntegrationRegistry } from '@backstage/integration';
import { z } from 'zod';
import { createGitAuthorize, noToken } from '../createGitAuthorize';
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
import { GitBranchWriter } from '../git/GitBranchWriter';
import { mapLimited } from '../mapLimited';
import { RestApi } from '../http/RestApi';
import {
  archivedError,
  asStaleWhere,
  branchMissingError,
} from '../readingErrors';
import { repositoryPath } from '../repositoryPath';
import {
  approvalsSchema,
  branchSchema,
  mergeRequestDetailSchema,
  mergeRequestSchema,
  projectSchema,
  usersSchema,
  type MergeRequestAnswer,
} from './answers';
import { readAuthor, readBranch, readHead, type Project } from './readBranch';
import { toPullRequest, toPullRequestStatus } from './toPullRequest';

const kind = 'gitlab';
const pageSize = 100;
const parallelCalls = 4;

/** GitLab, by REST; commits go by Git, since REST does not compare a branch's head. */
export class GitlabForgeClient implements ForgeClient {
  readonly maxBodyLength = 1_048_576;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #deadline: number;
  readonly #branches: GitBranchWriter;

  static create(options: {
    integrations: ScmIntegrationRegistry;
    /** How long one call may take. */
    deadlineMilliseconds: number;
  }): GitlabForgeClient {
    return new GitlabForgeClient(options);
  }

  private constructor(options: {
    integrations: ScmIntegrationRegistry;
    deadlineMilliseconds: number;
  }) {
    this.#integrations = options.integrations;
    this.#deadline = options.deadlineMilliseconds;
    this.#branches = new GitBranchWriter({
      kind,
      authorize: createGitAuthorize(options.integrations, kind),
      deadlineMilliseconds: options.deadlineMilliseconds,
    });
  }

  async read(
    repository: ForgeRepository,
    options: ReadBranchOptions,
    signal: AbortSignal,
  ): Promise<ForgeReading> {
    const project = this.#project(repository);
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
    if (found.archived) {
      throw archivedError(repository);
    }
    if (!base) {
      throw branchMissingError(repository);
    }
    return {
      repositoryId: String(found.id),
      baseCommit: base,
      branch: head ? await readBranch(project, head, signal) : undefined,
      pullRequests: mergeRequests
        .filter(request => request.source_project_id === found.id)
        .map(request => toPullRequest(request, head ?? base)),
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
    const { api, path } = this.#project(repository);
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
    const project = this.#project(repository);
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
    const { api, path } = this.#project(repository);
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
    const project = this.#project(repository);
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

  #project(repository: ForgeRepository): Project {
    const config = this.#integrations.gitlab.byUrl(repository.url)?.config;
    if (!config?.token) {
      throw noToken(kind, repository.url);
    }
    const path = repositoryPath(repository.url, config.baseUrl);
    return {
      path: `/projects/${encodeURIComponent(path)}`,
      api: new RestApi({
        kind,
        baseUrl: config.apiBaseUrl.replace(/\/+$/, ''),
        headers: { authorization: `Bearer ${config.token}` },
        deadlineMilliseconds: this.#deadline,
      }),
    };
  }
}

/** What only the merge request itself tells, and only while it is open is wanted. */
async function readOpen(
  { api, path }: Project,
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
