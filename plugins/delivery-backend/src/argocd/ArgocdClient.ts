import { toError } from '@backstage/errors';
import { z } from 'zod';
import type { ArgocdInstance } from '../config';
import type { ArgocdFailure } from './ArgocdFailure';
import { readLimited } from './readLimited';
import {
  applicationDetailsSchema,
  applicationListSchema,
  type ApplicationDetails,
} from './wire';

const LIMIT_MEGABYTES = 32;

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

export type ArgocdAnswer<T> =
  { ok: true; value: T } | { ok: false; failure: ArgocdFailure };

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
  async listApplications(
    signal: AbortSignal,
  ): Promise<ArgocdAnswer<unknown[]>> {
    const query = new URLSearchParams({ fields: LIST_FIELDS.join(',') });
    const answer = await this.#get(
      `/api/v1/applications?${query}`,
      applicationListSchema,
      signal,
    );
    return answer.ok ? { ok: true, value: answer.value.items ?? [] } : answer;
  }

  async getApplication(
    options: { name: string; namespace?: string },
    signal: AbortSignal,
  ): Promise<ArgocdAnswer<ApplicationDetails>> {
    const query = options.namespace
      ? `?${new URLSearchParams({ appNamespace: options.namespace })}`
      : '';
    return this.#get(
      `/api/v1/applications/${encodeURIComponent(options.name)}${query}`,
      applicationDetailsSchema,
      signal,
    );
  }

  async #get<T>(
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<ArgocdAnswer<T>> {
    const { url, token, deadlineMilliseconds } = this.#instance;
    try {
      const response = await fetch(`${url}${path}`, {
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        redirect: 'manual',
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(deadlineMilliseconds),
        ]),
      });
      const failure = toStatusFailure(response.status);
      if (failure) {
        await response.body?.cancel();
        return { ok: false, failure };
      }
      const text = await readLimited(response, LIMIT_MEGABYTES * 1024 * 1024);
      return text === undefined
        ? failed({ reason: 'too-large', limitMegabytes: LIMIT_MEGABYTES })
        : parseAnswer(text, schema);
    } catch (error) {
      return failed(toTransportFailure(error));
    }
  }
}

function failed(failure: ArgocdFailure): { ok: false; failure: ArgocdFailure } {
  return { ok: false, failure };
}

function parseAnswer<T>(text: string, schema: z.ZodType<T>): ArgocdAnswer<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith('<')
      ? failed({ reason: 'not-argocd' })
      : failed({ reason: 'malformed', detail: 'it is not JSON' });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue.path.join('.') || 'the answer';
  return failed({ reason: 'malformed', detail: `${where}: ${issue.message}` });
}

function toStatusFailure(status: number): ArgocdFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return { reason: 'redirected' };
  if (status === 401) return { reason: 'token-refused' };
  if (status === 403) return { reason: 'forbidden' };
  if (status === 404) return { reason: 'not-found' };
  if (status === 429 || status >= 500) return { reason: 'unavailable', status };
  return { reason: 'not-argocd' };
}

const errorCodeSchema = z.object({ code: z.string() });

function toTransportFailure(thrown: unknown): ArgocdFailure {
  const error = toError(thrown);
  if (error.name === 'TimeoutError') return { reason: 'slow' };
  const cause = errorCodeSchema.safeParse(error.cause);
  return {
    reason: 'unreachable',
    code: cause.success ? cause.data.code : 'connection lost',
  };
}
