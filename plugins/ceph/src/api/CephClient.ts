import { ResponseError } from '@backstage/errors';
import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  cephAnswerSchema,
  CephDetail,
  cephHistorySchema,
  CephSample,
  Chain,
  chainAnswerSchema,
  maintenanceAnswerSchema,
  NodeMaintenance,
  nodeMaintenanceSchema,
  RollingPlan,
  StorageList,
  storageListSchema,
  VolumeList,
  volumeListSchema,
} from '@internal/plugin-ceph-common';
import {
  CephApi,
  CephName,
  ChainQuery,
  NodeName,
  StoragePlace,
  VolumeQuery,
} from './CephApi';

const deadlineMilliseconds = 15_000;

/** Speaks to the storage backend and checks what it answers. */
export class CephClient implements CephApi {
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
  }): CephClient {
    return new CephClient(deps);
  }

  async listStorage(
    scope: { platform?: string },
    signal?: AbortSignal,
  ): Promise<StorageList> {
    const path = `/clusters?${writeQuery(scope)}`;
    return storageListSchema.parse(await this.#get(path, signal));
  }

  async getCeph(ceph: CephName, signal?: AbortSignal): Promise<CephDetail> {
    return cephAnswerSchema.parse(await this.#get(pathOfCeph(ceph), signal));
  }

  async listSamples(
    ceph: CephName,
    hours: number,
    signal?: AbortSignal,
  ): Promise<CephSample[]> {
    const path = `${pathOfCeph(ceph)}/history?${writeQuery({ hours })}`;
    return cephHistorySchema.parse(await this.#get(path, signal)).items;
  }

  async listVolumes(
    query: VolumeQuery,
    signal?: AbortSignal,
  ): Promise<VolumeList> {
    const path = `/volumes?${writeQuery({ ...query })}`;
    return volumeListSchema.parse(await this.#get(path, signal));
  }

  async getChain(query: ChainQuery, signal?: AbortSignal): Promise<Chain> {
    const path = `/chain?${writeQuery({ ...query })}`;
    return chainAnswerSchema.parse(await this.#get(path, signal));
  }

  async getRollingPlan(
    { platform, cluster }: StoragePlace,
    signal?: AbortSignal,
  ): Promise<RollingPlan> {
    const path = writePath('maintenance', platform, cluster);
    return maintenanceAnswerSchema.parse(await this.#get(path, signal));
  }

  async getNodeMaintenance(
    { platform, cluster, node }: NodeName,
    signal?: AbortSignal,
  ): Promise<NodeMaintenance> {
    const path = writePath('maintenance', platform, cluster, node);
    return nodeMaintenanceSchema.parse(await this.#get(path, signal));
  }

  async #get(path: string, signal?: AbortSignal): Promise<unknown> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('ceph');
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

function pathOfCeph({ platform, cluster, name }: CephName): string {
  return writePath('clusters', platform, cluster, 'ceph', name);
}

function writePath(...segments: string[]): string {
  return segments.map(segment => `/${encodeURIComponent(segment)}`).join('');
}

function writeQuery(
  query: Readonly<Record<string, string | number | undefined>>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  return parameters;
}
