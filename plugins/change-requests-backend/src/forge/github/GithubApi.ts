import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { z } from 'zod';
import { ForgeError } from '../ForgeError';
import {
  failureToForgeError,
  graphqlErrorSchema,
  graphqlToForgeError,
  responseToForgeError,
  type GraphqlError,
} from './toForgeError';

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
}

/** Calls the GitHub a repository is on: one call, one deadline. */
export class GithubApi {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #deadline: number;

  static create(options: {
    integrations: ScmIntegrationRegistry;
    deadlineMilliseconds: number;
  }): GithubApi {
    return new GithubApi(
      options.integrations,
      DefaultGithubCredentialsProvider.fromIntegrations(options.integrations),
      options.deadlineMilliseconds,
    );
  }

  private constructor(
    integrations: ScmIntegrationRegistry,
    credentials: GithubCredentialsProvider,
    deadline: number,
  ) {
    this.#integrations = integrations;
    this.#credentials = credentials;
    this.#deadline = deadline;
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
      throw malformed(host, answer.error);
    }
    const errors = (answer.data.errors ?? []).filter(
      error => !call.tolerate?.(error),
    );
    if (errors.length > 0) {
      throw graphqlToForgeError(errors, response);
    }
    const data = call.schema.safeParse(answer.data.data);
    if (!data.success) {
      throw malformed(host, data.error);
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

  async #token(url: string, host: string): Promise<string> {
    try {
      const { token } = await this.#credentials.getCredentials({ url });
      if (token) {
        return token;
      }
    } catch (error) {
      throw new ForgeError(
        'no-credentials',
        `The credentials for ${host} under integrations.github cannot be had`,
        { cause: error },
      );
    }
    throw new ForgeError(
      'no-credentials',
      `There is no token for ${host} under integrations.github`,
    );
  }

  async #post(call: {
    url: string;
    endpoint: string;
    body: unknown;
    signal: AbortSignal;
  }): Promise<{ response: Response; text: string }> {
    const { host } = new URL(call.url);
    const token = await this.#token(call.url, host);
    let response: Response;
    let text: string;
    try {
      response = await fetch(call.endpoint, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([
          call.signal,
          AbortSignal.timeout(this.#deadline),
        ]),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json',
        },
        body: JSON.stringify(call.body),
      });
      text = await response.text();
    } catch (error) {
      call.signal.throwIfAborted();
      throw failureToForgeError(error, host, this.#deadline);
    }
    if (!response.ok) {
      throw responseToForgeError(response, text);
    }
    return { response, text };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function malformed(host: string, cause: unknown): ForgeError {
  return new ForgeError(
    'malformed',
    `GitHub at ${host} gave an answer that is not of the shape it documents`,
    { cause },
  );
}
