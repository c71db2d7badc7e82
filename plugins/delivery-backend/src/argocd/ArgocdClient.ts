import { getJson, type JsonAnswer } from '@internal/upstream';
import type { ArgocdInstance } from './readArgocdInstances';
import {
  applicationDetailsSchema,
  applicationListSchema,
  type ApplicationDetails,
} from './wire';

const LIST_FIELDS = [
  'items.metadata.name',
  'items.metadata.namespace',
  'items.status.sync.status',
  'items.status.health',
  'items.status.summary',
  'items.status.operationState.phase',
  'items.status.operationState.startedAt',
  'items.status.operationState.finishedAt',
];

/** Speaks Argo CD's REST API, read only. */
export class ArgocdClient {
  readonly #instance: ArgocdInstance;

  static create(instance: ArgocdInstance) {
    return new ArgocdClient(instance);
  }

  private constructor(instance: ArgocdInstance) {
    this.#instance = instance;
  }

  /** All applications the token may see, each still to be parsed as a row. */
  async listApplications(signal: AbortSignal): Promise<JsonAnswer<unknown[]>> {
    const query = new URLSearchParams({ fields: LIST_FIELDS.join(',') });
    const { url, token, deadlineMilliseconds } = this.#instance;
    const answer = await getJson({
      url: `${url}/api/v1/applications?${query}`,
      token,
      deadlineMilliseconds,
      schema: applicationListSchema,
      signal,
    });
    return answer.ok ? { ok: true, value: answer.value.items ?? [] } : answer;
  }

  async getApplication(
    options: { name: string; namespace?: string },
    signal: AbortSignal,
  ): Promise<JsonAnswer<ApplicationDetails>> {
    const query = options.namespace
      ? `?${new URLSearchParams({ appNamespace: options.namespace })}`
      : '';
    const { url, token, deadlineMilliseconds } = this.#instance;
    return getJson({
      url: `${url}/api/v1/applications/${encodeURIComponent(options.name)}${query}`,
      token,
      deadlineMilliseconds,
      schema: applicationDetailsSchema,
      signal,
    });
  }
}
