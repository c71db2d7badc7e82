import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ForwardedError, ResponseError } from '@backstage/errors';
import {
  changeRequestSchema,
  previewSchema,
  type ChangeRequest,
  type Preview,
} from '@internal/plugin-change-requests-common';
import { z } from 'zod';
import type {
  ChangeRequestInput,
  ChangeRequestsService,
} from './ChangeRequestsService';
import { toBackstageError } from './toBackstageError';

const targetPluginId = 'change-requests';

/** A preview may wait for the GitOps repository; nothing waits longer. */
const deadlineMilliseconds = 30_000;

/** Calls the plugin over HTTP, in the name of the user. */
export class DefaultChangeRequestsService implements ChangeRequestsService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultChangeRequestsService {
    return new DefaultChangeRequestsService(options.auth, options.discovery);
  }

  private constructor(auth: AuthService, discovery: DiscoveryService) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  preview(
    input: ChangeRequestInput,
    options: { credentials: BackstageCredentials },
  ): Promise<Preview> {
    return this.#call('/previews', previewSchema, { ...options, body: input });
  }

  create(
    input: ChangeRequestInput,
    options: { credentials: BackstageCredentials },
  ): Promise<ChangeRequest> {
    return this.#call('/requests', changeRequestSchema, {
      ...options,
      body: input,
    });
  }

  get(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<ChangeRequest> {
    return this.#call(
      `/requests/${encodeURIComponent(id)}`,
      changeRequestSchema,
      options,
    );
  }

  async #call<T>(
    path: string,
    schema: z.ZodType<T>,
    options: { credentials: BackstageCredentials; body?: ChangeRequestInput },
  ): Promise<T> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl(targetPluginId),
      this.#auth.getPluginRequestToken({
        onBehalfOf: options.credentials,
        targetPluginId,
      }),
    ]);
    const response = await fetch(`${baseUrl}${path}`, {
      method: options.body ? 'POST' : 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMilliseconds),
      headers: {
        authorization: `Bearer ${token}`,
        ...(options.body && { 'content-type': 'application/json' }),
      },
      ...(options.body && { body: JSON.stringify(options.body) }),
    });
    if (!response.ok) {
      throw toBackstageError(await ResponseError.fromResponse(response));
    }
    const answer = schema.safeParse(await response.json());
    if (!answer.success) {
      throw new ForwardedError(
        'The change-requests plugin gave an answer of another shape than this version knows; run the same version of both',
        answer.error,
      );
    }
    return answer.data;
  }
}
