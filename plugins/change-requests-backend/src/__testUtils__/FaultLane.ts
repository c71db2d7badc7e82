import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import type { ForgeKind } from '../forge/ForgeKind';
import { createAppBody } from './operations';
import { startPortal, type Portal } from './startPortal';
import { waitForState } from './waitForState';

export const callTimeoutMilliseconds = 1500;

export const calls = [
  'repository',
  'createRef',
  'createCommitOnBranch',
  'createPullRequest',
  'addLabelsToLabelable',
  'requestReviews',
] as const;
/** The calls of one request, as far as a fault in them is of its own kind. */
export const callsByForge = {
  github: calls,
  gitlab: [
    'GET /projects/{id}',
    'POST /projects/{id}/repository/branches',
    'POST git-receive-pack',
    'POST /projects/{id}/merge_requests',
    'PUT /projects/{id}/merge_requests/{iid}',
  ],
  gitea: [
    'GET /repos/{owner}/{repo}',
    'POST /repos/{owner}/{repo}/branches',
    'POST git-receive-pack',
    'POST /repos/{owner}/{repo}/pulls',
    'POST /repos/{owner}/{repo}/issues/{index}/labels',
    'POST /repos/{owner}/{repo}/pulls/{index}/requested_reviewers',
  ],
} as const satisfies Record<ForgeKind, readonly string[]>;
export const modes = [
  'error-before',
  'error-after',
  'lost-answer',
  'slow',
] as const;

export interface Fault {
  call: (typeof callsByForge)[ForgeKind][number];
  mode: (typeof modes)[number];
}

/** A portal with a forge of its own, whose calls fail as planned. */
export class FaultLane {
  #counter = 0;

  private constructor(
    readonly sandbox: Sandbox,
    readonly portal: Portal,
    readonly timeoutMilliseconds: number,
  ) {}

  static async start(
    forge: ForgeKind = 'github',
    timeoutMilliseconds = callTimeoutMilliseconds,
  ): Promise<FaultLane> {
    const sandbox = await startSandbox({
      ports: freePorts,
      platforms: [],
    });
    const portal = await startPortal(sandbox, {
      forge,
      changeRequests: {
        pollSeconds: 0.01,
        observeSeconds: 3600,
        callTimeoutSeconds: timeoutMilliseconds / 1000,
        backoffSeconds: 0.005,
        // A machine under load may miss deadlines, too.
        maxTries: 50,
      },
    });
    const lane = new FaultLane(sandbox, portal, timeoutMilliseconds);
    // The first pull request of a repository makes the label.
    await lane.request();
    return lane;
  }

  /** Asks for another app, and answers when that is done. */
  async request(faults: Fault[] = []) {
    this.#counter += 1;
    const { forge } = this.sandbox.world;
    for (const { call, mode } of faults) {
      forge.failNext(call, mode, { delayMs: 1.3 * this.timeoutMilliseconds });
    }
    const app = `app-${this.#counter}`;
    const created = await this.portal
      .as('ada')
      .post('/requests', createAppBody(app))
      .expect(201);
    const done = await waitForState(
      this.portal,
      created.body.id,
      'open',
      'failed',
    );
    forge.failures.clear();
    return { done, pullRequests: this.pullRequests(app) };
  }

  pullRequests(app?: string) {
    const prefix = `portal/create-app/${app ? `${app}-` : ''}`;
    return this.sandbox.world.forge.pullRequests.filter(({ headBranch }) =>
      headBranch.startsWith(prefix),
    );
  }

  get requests(): number {
    return this.#counter;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.sandbox.stop();
  }
}
