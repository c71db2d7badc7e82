import { Agent } from 'undici';
import type { KubernetesConnection, NodeCluster } from '../config';
import { askJson, type JsonAnswer } from '../http/askJson';
import {
  type KubernetesNode,
  nodePageSchema,
  parseNode,
} from './KubernetesNode';

const PAGE_SIZE = 500;
const MAX_PAGES = 20;

/** Lists the Node objects of a cluster. */
export class KubernetesClient {
  readonly #connection: KubernetesConnection;
  readonly #deadlineMilliseconds: number;
  readonly #agent: Agent | undefined;

  constructor(
    connection: KubernetesConnection,
    { deadlineMilliseconds }: Pick<NodeCluster, 'deadlineMilliseconds'>,
  ) {
    this.#connection = connection;
    this.#deadlineMilliseconds = deadlineMilliseconds;
    this.#agent = connection.authority
      ? new Agent({ connect: { ca: connection.authority } })
      : undefined;
  }

  async listNodes(signal: AbortSignal): Promise<JsonAnswer<KubernetesNode[]>> {
    const { url, token } = this.#connection;
    const items: KubernetesNode[] = [];
    let next = '';
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      if (next) query.set('continue', next);
      const answer = await askJson({
        url: `${url}/api/v1/nodes?${query}`,
        token,
        schema: nodePageSchema,
        deadlineMilliseconds: this.#deadlineMilliseconds,
        signal,
        agent: this.#agent,
      });
      if (!answer.ok) return answer;
      for (const item of answer.value.items) {
        const node = parseNode(item);
        if (node) items.push(node);
      }
      next = answer.value.metadata?.continue ?? '';
      if (!next) return { ok: true, value: items };
    }
    return {
      ok: false,
      problem: `lists more than ${PAGE_SIZE * MAX_PAGES} nodes`,
    };
  }

  async close(): Promise<void> {
    await this.#agent?.close();
  }
}
