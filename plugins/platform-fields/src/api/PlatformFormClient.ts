import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  appDescriptionSchema,
  appListSchema,
  fieldCheckResultSchema,
  type AppDescription,
  type AppSummary,
  type FieldCheck,
  type FieldCheckResult,
} from '@internal/plugin-change-requests-common';
import { z } from 'zod';
import {
  formPlatformSchema,
  type FormPlatform,
} from '../platforms/FormPlatform';
import type { PlatformFormApi } from './PlatformFormApi';

const deadlineMilliseconds = 10_000;
const cacheMilliseconds = 15_000;
const cacheEntries = 200;

const platformsSchema = z.object({ items: z.array(formPlatformSchema) });

/** Asks the change-requests backend and checks what it answers. */
export class PlatformFormClient implements PlatformFormApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;
  readonly #checked = new Map<
    string,
    { until: number; result: FieldCheckResult }
  >();

  #listed: { until: number; items: FormPlatform[] } | undefined;

  static create(deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    return new PlatformFormClient(deps);
  }

  private constructor(deps: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }) {
    this.#discoveryApi = deps.discoveryApi;
    this.#fetchApi = deps.fetchApi;
  }

  async listPlatforms(signal?: AbortSignal): Promise<FormPlatform[]> {
    if (this.#listed && this.#listed.until > Date.now()) {
      return this.#listed.items;
    }
    const answer = await this.#request('/platforms', { signal });
    const { items } = platformsSchema.parse(answer);
    this.#listed = { until: Date.now() + cacheMilliseconds, items };
    return items;
  }

  async listApps(
    platform: string,
    signal?: AbortSignal,
  ): Promise<AppSummary[]> {
    const answer = await this.#request(
      `/platforms/${encodeURIComponent(platform)}/apps`,
      { signal },
    );
    return appListSchema.parse(answer).items;
  }

  async describeApp(
    platform: string,
    app: string,
    signal?: AbortSignal,
  ): Promise<AppDescription> {
    const answer = await this.#request(
      `/platforms/${encodeURIComponent(platform)}/apps/${encodeURIComponent(app)}`,
      { signal },
    );
    return appDescriptionSchema.parse(answer);
  }

  async checkField(
    check: FieldCheck,
    signal?: AbortSignal,
  ): Promise<FieldCheckResult> {
    const key = JSON.stringify([
      check.platform,
      check.field,
      check.value,
      check.owner,
      check.app,
      check.category,
    ]);
    const held = this.#checked.get(key);
    if (held && held.until > Date.now()) {
      return held.result;
    }
    const answer = await this.#request('/field-checks', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(check),
      signal,
    });
    const result = fieldCheckResultSchema.parse(answer);
    if (this.#checked.size >= cacheEntries) {
      this.#checked.clear();
    }
    this.#checked.set(key, { until: Date.now() + cacheMilliseconds, result });
    return result;
  }

  async #request(
    path: string,
    init: RequestInit & { signal?: AbortSignal },
  ): Promise<unknown> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('change-requests');
    const deadline = AbortSignal.timeout(deadlineMilliseconds);
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, deadline]) : deadline,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
