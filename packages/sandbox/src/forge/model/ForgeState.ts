import type { GitRepository } from '../../git/GitRepository';
import type { Clock } from '../../world/clock';
import type { WorldEvents } from '../../world/events';
import type { Person, SimulatedPlatform } from '../../world/World';
import {
  FailurePlan,
  type FailureMode,
  type FailureOptions,
} from './FailurePlan';
import type { ForgeAccount, TokenGrant } from './ForgeAccount';
import type { ForgeApp } from './ForgeApp';
import { notFound } from './ForgeError';
import { mergePullRequest } from './mergePullRequest';
import { noticeMergedByPush } from './noticeMergedByPush';
import type { PullRequest } from './PullRequest';
import { RateLimit } from './RateLimit';
import { reviewPullRequest } from './reviewPullRequest';
import { updatePullRequest } from './updatePullRequest';

export type CheckState = 'pending' | 'success' | 'failure';

export interface ForgeLabel {
  id: number;
  /** `<owner>/<name>` */
  repository: string;
  name: string;
}

/** The account that the portal's token belongs to. */
export const portalLogin = 'portal';

/** What the forge knows besides Git, and what tests do to it. */
export class ForgeState {
  readonly clock: Clock;
  readonly events: WorldEvents;
  /** The operations the API was asked for, oldest first: GraphQL field names, or `POST /repos/{owner}/{repo}/pulls`. */
  readonly calls: string[] = [];
  readonly failures = new FailurePlan();
  readonly rateLimit: RateLimit;
  readonly pullRequests: PullRequest[] = [];
  readonly accounts: ForgeAccount[] = [];
  /** `<owner>/<name>` of the repositories that nobody can write to. */
  readonly archived = new Set<string>();
  /** Commit → what its checks say together; none where it is missing. */
  readonly checks = new Map<string, CheckState>();
  /** `<base> <head>` → whether they merge without a conflict, which never changes. */
  readonly mergeability = new Map<string, boolean>();
  /** Labels that were made apart from any pull request. */
  readonly labels: ForgeLabel[] = [];
  readonly apps: ForgeApp[] = [];
  /** What the edition sold as GitLab Premium does otherwise. */
  gitlabTier: 'free' | 'premium' = 'free';
  readonly #platforms: SimulatedPlatform[];
  readonly #tokens = new Map<string, { login: string; grant?: TokenGrant }>();
  #lastId = 1000;

  constructor(options: {
    clock: Clock;
    events: WorldEvents;
    people: Person[];
    platforms: SimulatedPlatform[];
  }) {
    this.clock = options.clock;
    this.events = options.events;
    this.rateLimit = new RateLimit(options.clock);
    this.#platforms = options.platforms;
    this.addAccount({ login: portalLogin, name: 'Portal' });
    for (const person of options.people) {
      this.addAccount({
        login: person.username,
        name: person.displayName,
        email: person.email,
      });
    }
    this.events.on('branch-updated', event => {
      const { repository, branch, oid } = event;
      this.#followBranch(repository, branch, oid);
      if (oid !== undefined) {
        noticeMergedByPush(this, { repository, branch, oid }).catch(() => {
          // The repository went away with the sandbox.
        });
      }
    });
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  addAccount(
    account: Pick<ForgeAccount, 'login' | 'name'> & Partial<ForgeAccount>,
  ): ForgeAccount {
    const added: ForgeAccount = {
      id: this.nextId(),
      email: `${account.login}@users.noreply.localhost`,
      permission: 'write',
      workflows: false,
      ...account,
    };
    this.accounts.push(added);
    return added;
  }

  /** From now on whoever shows the token is the account, as far as it grants. */
  addToken(token: string, login: string, grant?: TokenGrant) {
    this.#tokens.set(token, { login: this.account(login).login, grant });
  }

  /** Nobody is let in with this token any more. */
  revokeToken(token: string) {
    this.#tokens.delete(token);
  }

  accountOfToken(token: string): ForgeAccount | undefined {
    const found = this.#tokens.get(token);
    return found && { ...this.account(found.login), grant: found.grant };
  }

  account(login: string): ForgeAccount {
    const account = this.accounts.find(candidate => candidate.login === login);
    if (!account) {
      throw notFound(
        `Could not resolve to a User with the login of '${login}'.`,
      );
    }
    return account;
  }

  repositories(): GitRepository[] {
    return this.#platforms.map(platform => platform.repository);
  }

  repository(fullName: string): GitRepository {
    const repository = this.repositories().find(
      candidate => candidate.fullName.toLowerCase() === fullName.toLowerCase(),
    );
    if (!repository) {
      throw notFound(
        `Could not resolve to a Repository with the name '${fullName}'.`,
      );
    }
    return repository;
  }

  /** Without a repository: of the only one, or the first. */
  pullRequest(number: number, fullName?: string): PullRequest {
    const found = this.pullRequests.find(
      candidate =>
        candidate.number === number &&
        (fullName === undefined || candidate.repository === fullName),
    );
    if (!found) {
      throw notFound(
        `Could not resolve to a PullRequest with the number of ${number}.`,
      );
    }
    return found;
  }

  /** Makes calls of the API fail; see {@link FailureMode}. */
  failNext(
    operation: string | ((operation: string) => boolean),
    mode: FailureMode,
    options?: FailureOptions,
  ) {
    this.failures.add(operation, mode, options);
  }

  /** A person approves a pull request. */
  approve(number: number, login: string) {
    return reviewPullRequest(
      this,
      this.account(login),
      this.pullRequest(number),
      { state: 'APPROVED', body: '' },
    );
  }

  /** The checks of a pull request's head say this. */
  setChecks(number: number, state: CheckState) {
    this.checks.set(this.pullRequest(number).headOid, state);
  }

  /** A person merges a pull request, approved or not. */
  merge(number: number, login: string) {
    return mergePullRequest(
      this,
      this.account(login),
      this.pullRequest(number),
      { method: 'merge', withoutApproval: true },
    );
  }

  /** A person closes a pull request without merging it. */
  close(number: number, login: string) {
    return updatePullRequest(
      this,
      this.account(login),
      this.pullRequest(number),
      { state: 'closed' },
    );
  }

  /** Marks the pull request as changed and tells the world. */
  touch(pullRequest: PullRequest) {
    pullRequest.updatedAt = this.clock.now();
    this.events.emit({
      type: 'pull-request-changed',
      repository: pullRequest.repository,
      number: pullRequest.number,
      state: pullRequest.state,
    });
  }

  #followBranch(repository: string, branch: string, oid: string | undefined) {
    for (const pullRequest of this.pullRequests) {
      if (
        pullRequest.state === 'open' &&
        pullRequest.repository === repository &&
        pullRequest.headBranch === branch
      ) {
        if (oid === undefined) {
          pullRequest.state = 'closed';
          pullRequest.closedAt = this.clock.now();
        } else {
          pullRequest.headOid = oid;
        }
        this.touch(pullRequest);
      }
    }
  }
}
