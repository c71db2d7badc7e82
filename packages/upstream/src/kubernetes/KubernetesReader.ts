import { Agent } from 'undici';
import { z } from 'zod';
import { getJson, type JsonAnswer } from '../http/getJson';
import type { KubernetesConnection } from './KubernetesConnection';

const PAGE_SIZE = 500;
const MAX_PAGES = 40;

const listSchema = z.looseObject({
  metadata: z.looseObject({ continue: z.string().nullish() }).nullish(),
  items: z.array(z.unknown()),
});

/** Reads a cluster over its Kubernetes API. */
export class KubernetesReader {
  readonly #connection: KubernetesConnection;
  readonly #deadlineMilliseconds: number;
  readonly #agent: Agent | undefined;

  /** `deadlineMilliseconds` bounds each page. */
  constructor(
    connection: KubernetesConnection,
    options: { deadlineMilliseconds: number },
  ) {
    this.#connection = connection;
    this.#deadlineMilliseconds = options.deadlineMilliseconds;
    this.#agent = connection.authority
      ? new Agent({ connect: { ca: connection.authority } })
      : undefined;
  }

  /**
   * All objects of a kind, such as `/api/v1/nodes`, in pages of 500 and at most
   * 20 000. One that does not fit the schema is left out and costs no other.
   */
  async list<T>(
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<JsonAnswer<T[]>> {
    const answer = await this.#listPages(path, schema, signal);
    if (!isTooOld(answer)) return answer;
    // The pages were of a state that the server no longer keeps; once more from the first.
    return this.#listPages(path, schema, signal);
  }

  async #listPages<T>(
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<JsonAnswer<T[]>> {
    const { url, token } = this.#connection;
    const items: T[] = [];
    let next = '';
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      if (next) query.set('continue', next);
      const answer = await getJson({
        url: `${url}${path}?${query}`,
        token,
        schema: listSchema,
        deadlineMilliseconds: this.#deadlineMilliseconds,
        signal,
        agent: this.#agent,
      });
      if (!answer.ok) return answer;
      for (const item of answer.value.items) {
        const parsed = schema.safeParse(item);
        if (parsed.success) items.push(parsed.data);
      }
      next = answer.value.metadata?.continue ?? '';
      if (!next) return { ok: true, value: items };
    }
    return {
      ok: false,
      failure: {
        reason: 'malformed',
        detail: `it lists more than ${MAX_PAGES * PAGE_SIZE} objects`,
      },
    };
  }

  async close(): Promise<void> {
    await this.#agent?.close();
  }
}

function isTooOld(answer: JsonAnswer<unknown>): boolean {
  return (
    !answer.ok &&
    answer.failure.reason === 'unavailable' &&
    answer.failure.status === 410
  );
}
