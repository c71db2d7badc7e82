import { ResponseError } from '@backstage/errors';
import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  FindingRow,
  findingRowSchema,
  HostRow,
  hostRowSchema,
  Page,
  pageSchema,
  PlatformOverview,
  platformOverviewListSchema,
  SecretRow,
  secretRowSchema,
  UnitRow,
  unitRowSchema,
} from '@internal/plugin-platforms-common';
import { PlatformsApi, RowQuery } from './PlatformsApi';

const deadlineMilliseconds = 15_000;

const unitPageSchema = pageSchema(unitRowSchema);
const findingPageSchema = pageSchema(findingRowSchema);
const hostPageSchema = pageSchema(hostRowSchema);
const secretPageSchema = pageSchema(secretRowSchema);

/** Speaks to the platforms backend and checks what it answers. */
export class PlatformsClient implements PlatformsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  private constructor(deps: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }) {
    this.#discoveryApi = deps.discoveryApi;
    this.#fetchApi = deps.fetchApi;
  }

  static create(deps: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): PlatformsClient {
    return new PlatformsClient(deps);
  }

  async listPlatforms(signal?: AbortSignal): Promise<PlatformOverview[]> {
    const body = await this.#get('/platforms', signal);
    return platformOverviewListSchema.parse(body).items;
  }

  async listUnits(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<UnitRow>> {
    const path = rowsPath(platform, 'units', query);
    return unitPageSchema.parse(await this.#get(path, signal));
  }

  async listFindings(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<FindingRow>> {
    const path = rowsPath(platform, 'findings', query);
    return findingPageSchema.parse(await this.#get(path, signal));
  }

  async listHosts(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<HostRow>> {
    const path = rowsPath(platform, 'hosts', query);
    return hostPageSchema.parse(await this.#get(path, signal));
  }

  async listSecrets(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<SecretRow>> {
    const path = rowsPath(platform, 'secrets', query);
    return secretPageSchema.parse(await this.#get(path, signal));
  }

  async #get(path: string, signal?: AbortSignal): Promise<unknown> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('platforms');
    const deadline = AbortSignal.timeout(deadlineMilliseconds);
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function rowsPath(platform: string, list: string, query: RowQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  return `/platforms/${encodeURIComponent(platform)}/${list}?${parameters}`;
}
