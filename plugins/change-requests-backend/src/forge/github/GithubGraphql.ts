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

/** Sends GraphQL to the GitHub a repository is on: one call, one deadline. */
export class GithubGraphql {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #deadline: number;

  static create(options: {
    integrations: ScmIntegrationRegistry;
    deadlineMilliseconds: number;
  }): GithubGraphql {
    return new GithubGraphql(
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

  async call<T>(call: GraphqlCall<T>): Promise<T> {
    const { host } = new URL(call.url);
    const endpoint = this.#endpoint(call.url, host);
    const token = await this.#token(call.url, host);
    const { response, text } = await this.#post(endpoint, host, token, call);
    if (response.status !== 200) {
      throw responseToForgeError(response, text);
    }
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

  #endpoint(url: string, host: string): string {
    const integration = this.#integrations.github.byUrl(url);
    const apiBaseUrl = integration?.config.apiBaseUrl;
    if (!apiBaseUrl) {
      throw new ForgeError(
        'no-credentials',
        `There is no entry for ${host} under integrations.github`,
      );
    }
    return apiBaseUrl.replace(/\/+$/, '').replace(/\/v3$/, '') + '/graphql';
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

  async #post(
    endpoint: string,
    host: string,
    token: string,
    call: GraphqlCall<unknown>,
  ): Promise<{ response: Response; text: string }> {
    try {
      const response = await fetch(endpoint, {
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
        body: JSON.stringify({
          query: call.document,
          variables: call.variables,
        }),
      });
      return { response, text: await response.text() };
    } catch (error) {
      call.signal.throwIfAborted();
      throw failureToForgeError(error, host, this.#deadline);
    }
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
