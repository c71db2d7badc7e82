import { ResponseError } from '@backstage/errors';
import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  NodeChange,
  nodeAnswerSchema,
  nodeChangeListSchema,
  NodeDetail,
  NodeList,
  nodeListSchema,
  NodeLive,
  nodeLiveSchema,
  WorkloadList,
  workloadListSchema,
} from '@internal/plugin-talos-nodes-common';
import { MachineName, TalosNodesApi } from './TalosNodesApi';

const deadlineMilliseconds = 15_000;
const changesShown = 100;

/** Speaks to the machines' backend and checks what it answers. */
export class TalosNodesClient implements TalosNodesApi {
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
  }): TalosNodesClient {
    return new TalosNodesClient(deps);
  }

  async listNodes(
    scope: { platform?: string; cluster?: string },
    signal?: AbortSignal,
  ): Promise<NodeList> {
    const path = `/nodes?${new URLSearchParams({ ...scope })}`;
    return nodeListSchema.parse(await this.#get(path, signal));
  }

  async getNode(
    machine: MachineName,
    signal?: AbortSignal,
  ): Promise<NodeDetail> {
    return nodeAnswerSchema.parse(await this.#get(pathOf(machine), signal));
  }

  async listChanges(
    machine: MachineName,
    signal?: AbortSignal,
  ): Promise<NodeChange[]> {
    const parameters = queryOf(machine);
    parameters.set('limit', String(changesShown));
    const body = await this.#get(`/changes?${parameters}`, signal);
    return nodeChangeListSchema.parse(body).items;
  }

  async listWorkloads(
    machine: MachineName,
    signal?: AbortSignal,
  ): Promise<WorkloadList> {
    const path = `/workloads?${queryOf(machine)}`;
    return workloadListSchema.parse(await this.#get(path, signal));
  }

  async getLive(machine: MachineName, signal?: AbortSignal): Promise<NodeLive> {
    const body = await this.#get(`${pathOf(machine)}/live`, signal);
    return nodeLiveSchema.parse(body);
  }

  async #get(path: string, signal?: AbortSignal): Promise<unknown> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('talos-nodes');
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

function queryOf({ platform, cluster, name }: MachineName): URLSearchParams {
  return new URLSearchParams({ platform, cluster, node: name });
}

function pathOf({ platform, cluster, name }: MachineName): string {
  return `/nodes/${[platform, cluster, name].map(encodeURIComponent).join('/')}`;
}
