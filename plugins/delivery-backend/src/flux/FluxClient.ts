import { type JsonAnswer, KubernetesReader } from '@internal/upstream';
import { z } from 'zod';
import type { FluxCluster } from './readFluxClusters';

/** Lists Flux's objects over the Kubernetes API, read only. */
export class FluxClient {
  readonly #reader: KubernetesReader;

  static create(cluster: FluxCluster) {
    return new FluxClient(cluster);
  }

  private constructor(cluster: FluxCluster) {
    this.#reader = new KubernetesReader(cluster, cluster);
  }

  /** Kustomizations of all namespaces, each still to be parsed. */
  listKustomizations(signal: AbortSignal): Promise<JsonAnswer<unknown[]>> {
    return this.#reader.list(
      '/apis/kustomize.toolkit.fluxcd.io/v1/kustomizations',
      z.unknown(),
      signal,
    );
  }

  /** HelmReleases of all namespaces, each still to be parsed. */
  listHelmReleases(signal: AbortSignal): Promise<JsonAnswer<unknown[]>> {
    return this.#reader.list(
      '/apis/helm.toolkit.fluxcd.io/v2/helmreleases',
      z.unknown(),
      signal,
    );
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }
}
