import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { FileEdit } from '@internal/gitops-model';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import { createForges } from '../forge/createForges';
import type { ForgeClient, ForgePullRequest } from '../forge/ForgeClient';
import type { ForgeKind } from '../forge/ForgeKind';
import { forgeIntegrations } from './forgeIntegrations';

const run = promisify(execFile);

/** One sandbox, seen through the client of each forge. */
export class ForgeWorld {
  readonly signal = new AbortController().signal;
  #counter = 0;

  private constructor(readonly sandbox: Sandbox) {}

  static async start(): Promise<ForgeWorld> {
    return new ForgeWorld(
      await startSandbox({ ports: freePorts, platforms: [] }),
    );
  }

  get forge() {
    return this.sandbox.world.forge;
  }

  get git() {
    return this.sandbox.world.platforms[0].repository;
  }

  get repository() {
    const { origin } = new URL(this.sandbox.urls.forge);
    return { url: `${origin}/${this.git.fullName}`, base: 'main' };
  }

  client(
    kind: ForgeKind,
    options: {
      token?: string;
      deadlineMilliseconds?: number;
      integrations?: object;
    } = {},
  ): ForgeClient {
    const { origin } = new URL(this.sandbox.urls.forge);
    const { token = this.sandbox.tokens.forge } = options;
    const data = JSON.parse(
      JSON.stringify({
        integrations:
          options.integrations ?? forgeIntegrations(kind, { origin, token }),
      }),
    );
    return createForges({
      integrations: ScmIntegrations.fromConfig(new ConfigReader(data)),
      deadlineMilliseconds: options.deadlineMilliseconds ?? 20_000,
    })[kind];
  }

  read(
    client: ForgeClient,
    branch: string,
    wanted: { labels?: string[]; reviewers?: string[] } = {},
  ) {
    return client.read(
      this.repository,
      { branch, labels: [], reviewers: [], ...wanted },
      this.signal,
    );
  }

  /** A branch from the base, with one commit. */
  async commit(
    client: ForgeClient,
    options: {
      branch?: string;
      edits?: FileEdit[];
      expectedHead?: string;
      createBranch?: boolean;
    } = {},
  ): Promise<string> {
    this.#counter += 1;
    const branch = options.branch ?? `portal/create-app/one-${this.#counter}`;
    const { repositoryId, baseCommit } = await this.read(client, branch);
    await client.commit(
      this.repository,
      {
        repositoryId,
        branch,
        expectedHead: options.expectedHead ?? baseCommit,
        createBranch: options.createBranch ?? true,
        headline: 'Add one',
        body: 'portal-intent: 1\nportal-base: 2',
        edits: options.edits ?? [
          {
            kind: 'create',
            path: `made/${this.#counter}.yaml`,
            after: 'é: 1\n',
          },
        ],
      },
      this.signal,
    );
    return branch;
  }

  /** The same with a pull request. */
  async propose(
    client: ForgeClient,
    options: { edits?: FileEdit[]; body?: string } = {},
  ): Promise<{ branch: string; pullRequest: ForgePullRequest }> {
    const branch = await this.commit(client, options);
    return {
      branch,
      pullRequest: await this.open(client, branch, options.body),
    };
  }

  async open(
    client: ForgeClient,
    branch: string,
    body = 'Why',
  ): Promise<ForgePullRequest> {
    const { repositoryId } = await this.read(client, branch);
    return client.openPullRequest(
      this.repository,
      { repositoryId, branch, title: 'Add one', body },
      this.signal,
    );
  }

  async status(client: ForgeClient, number: number) {
    const statuses = await client.readPullRequests(
      this.repository,
      [number],
      this.signal,
    );
    return statuses.at(0);
  }

  /** What Git itself says in the forge's repository. */
  async ask(...args: string[]): Promise<string> {
    const { stdout } = await run('git', [
      `--git-dir=${this.git.bareDir}`,
      ...args,
    ]);
    return stdout.trim();
  }

  reset() {
    const { world, tokens } = this.sandbox;
    world.faults.clear();
    world.forge.failures.clear();
    world.forge.archived.clear();
    world.forge.rateLimit.limit = 5_000_000;
    world.forge.gitlabTier = 'free';
    world.forge.addToken(tokens.forge, 'portal');
  }

  stop(): Promise<void> {
    return this.sandbox.stop();
  }
}
