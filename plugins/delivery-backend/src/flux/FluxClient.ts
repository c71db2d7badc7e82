import { Agent } from 'undici';
import { getJson, type JsonAnswer } from '../http/getJson';
import type { FluxCluster } from './readFluxClusters';
import { objectListSchema } from './wire';

const PAGE_SIZE = 500;
const MAX_PAGES = 20;

/** Lists Flux's objects over the Kubernetes API, read only. */
export class FluxClient {
  readonly #cluster: FluxCluster;
  readonly #agent: Agent | undefined;

  static create(cluster: FluxCluster) {
    return new FluxClient(cluster);
  }

  private constructor(cluster: FluxCluster) {
    this.#cluster = cluster;
    this.#agent = cluster.authority
      ? new Agent({ connect: { ca: cluster.authority } })
      : undefined;
  }

  /** Kustomizations of all namespaces, each still to be parsed. */
  listKustomizations(signal: AbortSignal): Promise<JsonAnswer<unknown[]>> {
    return this.#list(
      '/apis/kustomize.toolkit.fluxcd.io/v1/kustomizations',
      signal,
    );
  }

  /** HelmReleases of all namespaces, each still to be parsed. */
  listHelmReleases(signal: AbortSignal): Promise<JsonAnswer<unknown[]>> {
    return this.#list('/apis/helm.toolkit.fluxcd.io/v2/helmreleases', signal);
  }

  async close(): Promise<void> {
    await this.#agent?.close();
  }

  async #list(
    path: string,
    signal: AbortSignal,
  ): Promise<JsonAnswer<unknown[]>> {
    const { url, token, deadlineMilliseconds } = this.#cluster;
    const items: unknown[] = [];
    let next = '';
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      if (next) query.set('continue', next);
      const answer = await getJson({
        url: `${url}${path}?${query}`,
        token,
        schema: objectListSchema,
        deadlineMilliseconds,
        signal,
        agent: this.#agent,
      });
      if (!answer.ok) return answer;
      items.push(...answer.value.items);
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
}
