import { parseJson } from '@internal/gitops-model';
import type { z } from 'zod';
import { ForgeError } from '../ForgeError';
import type { ForgeKind } from '../ForgeKind';
import { callForge, type ForgeCall } from './callForge';
import { malformedAnswer } from './toForgeError';

type Query = Record<string, string | number | boolean | (string | number)[]>;

/** The REST API of one forge, as one of its accounts. */
export class RestApi {
  constructor(
    private readonly options: {
      kind: ForgeKind;
      /** Without slash at the end. */
      baseUrl: string;
      headers: Record<string, string>;
      deadlineMilliseconds: number;
    },
  ) {}

  get<T>(
    path: string,
    call: { query?: Query; schema: z.ZodType<T>; signal: AbortSignal },
  ): Promise<T> {
    return this.#call('GET', `${path}${toQuery(call.query)}`, call);
  }

  /** `undefined` where the forge does not know it. */
  async find<T>(
    path: string,
    call: { query?: Query; schema: z.ZodType<T>; signal: AbortSignal },
  ): Promise<T | undefined> {
    try {
      return await this.get(path, call);
    } catch (error) {
      if (error instanceof ForgeError && error.code === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }

  send<T>(
    method: 'POST' | 'PUT',
    path: string,
    call: { body: unknown; schema: z.ZodType<T>; signal: AbortSignal },
  ): Promise<T> {
    return this.#call(method, path, call);
  }

  async #call<T>(
    method: ForgeCall['method'],
    path: string,
    call: { body?: unknown; schema: z.ZodType<T>; signal: AbortSignal },
  ): Promise<T> {
    const { baseUrl, ...options } = this.options;
    const endpoint = `${baseUrl}${path}`;
    const { text } = await callForge({
      ...options,
      method,
      endpoint,
      body: call.body,
      signal: call.signal,
    });
    const answer = call.schema.safeParse(parseJson(text));
    if (!answer.success) {
      throw malformedAnswer(options.kind, new URL(endpoint).host, answer.error);
    }
    return answer.data;
  }
}

/** Lists are repeated with `[]` after the name. */
function toQuery(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach(one => parameters.append(`${name}[]`, String(one)));
    } else {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
