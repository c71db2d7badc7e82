import type { ScmIntegrationRegistry } from '@backstage/integration';
import { parseJson } from '@internal/gitops-model';
import { z } from 'zod';
import { noToken } from '../createGitAuthorize';
import type { ForgeOptions } from '../ForgeClient';
import { ForgeError } from '../ForgeError';
import { callForge } from '../http/callForge';
import { malformedAnswer } from '../http/toForgeError';
import { repositoryPath } from '../repositoryPath';
import { AppTokens, type AppRepository } from './AppTokens';
import {
  graphqlErrorSchema,
  graphqlToForgeError,
  type GraphqlError,
} from './graphqlToForgeError';

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(graphqlErrorSchema).optional(),
});

export interface GraphqlCall<T> {
  /** Web address of the repository; it chooses host and credentials. */
  url: string;
  document: string;
  variables: Record<string, unknown>;
  schema: z.ZodType<T>;
  signal: AbortSignal;
  /** Errors that only leave a part of the answer empty. */
  tolerate?: (error: GraphqlError) => boolean;
  /** Takes back what was done though something failed, which is thrown after. */
  takeBack?: (data: unknown) => Promise<void>;
}

/** Calls the GitHub a repository is on: one call, one deadline. */
export class GithubApi {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #apps: AppTokens;
  readonly #deadline: number;

  static create(options: ForgeOptions): GithubApi {
    return new GithubApi(options);
  }

  private constructor(options: ForgeOptions) {
    this.#integrations = options.integrations;
    this.#apps = new AppTokens(options);
    this.#deadline = options.deadlineMilliseconds;
  }

  /** GraphQL. */
  async call<T>(call: GraphqlCall<T>): Promise<T> {
    const { host } = new URL(call.url);
    const { response, text } = await this.#post({
      ...call,
      endpoint: `${this.#apiBaseUrl(call.url).replace(/\/v3$/, '')}/graphql`,
      body: { query: call.document, variables: call.variables },
    });
    const answer = answerSchema.safeParse(parseJson(text));
    if (!answer.success) {
      throw malformedAnswer('github', host, answer.error);
    }
    const errors = (answer.data.errors ?? []).filter(
      error => !call.tolerate?.(error),
    );
    if (errors.length > 0) {
      await call.takeBack?.(answer.data.data);
      throw graphqlToForgeError(errors, response);
    }
    const data = call.schema.safeParse(answer.data.data);
    if (!data.success) {
      throw malformedAnswer('github', host, data.error);
    }
    return data.data;
  }

  /** REST, for what GraphQL cannot do; the answer does not matter. */
  async post(call: {
    url: string;
    /** Below the API's base, with each segment encoded. */
    path: string;
    body: unknown;
    signal: AbortSignal;
  }): Promise<void> {
    await this.#post({
      ...call,
      endpoint: `${this.#apiBaseUrl(call.url)}${call.path}`,
    });
  }

  #apiBaseUrl(url: string): string {
    const integration = this.#integrations.github.byUrl(url);
    const apiBaseUrl = integration?.config.apiBaseUrl;
    if (!apiBaseUrl) {
      throw new ForgeError(
        'no-credentials',
        `There is no entry for ${new URL(url).host} under integrations.github`,
      );
    }
    return apiBaseUrl.replace(/\/+$/, '');
  }

  async #token(url: string, signal: AbortSignal): Promise<string> {
    const { apps, token } = this.#integrations.github.byUrl(url)?.config ?? {};
    if (apps?.length) {
      return this.#apps.token(apps, this.#repository(url), signal);
    }
    if (!token) {
      throw noToken('github', url);
    }
    return token;
  }

  #repository(url: string): AppRepository {
    const path = repositoryPath(url, new URL(url).origin);
    const [owner = '', name = ''] = path.split('/');
    return { apiBaseUrl: this.#apiBaseUrl(url), owner, name };
  }

  async #post(call: {
    url: string;
    endpoint: string;
    body: unknown;
    signal: AbortSignal;
  }): Promise<{ response: Response; text: string }> {
    const token = await this.#token(call.url, call.signal);
    return callForge({
      kind: 'github',
      method: 'POST',
      endpoint: call.endpoint,
      headers: { authorization: `Bearer ${token}` },
      body: call.body,
      signal: call.signal,
      deadlineMilliseconds: this.#deadline,
    }).catch(error => {
      if (error instanceof ForgeError && error.code === 'bad-credentials') {
        this.#apps.forget(this.#repository(call.url));
      }
      throw error;
    });
  }
}
