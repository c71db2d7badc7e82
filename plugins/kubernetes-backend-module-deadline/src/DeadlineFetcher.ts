import type {
  ClusterDetails,
  FetchResponseWrapper,
  KubernetesCredential,
  KubernetesFetcher,
  ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';
import type { HttpDeadline } from './HttpDeadline';

/**
 * Asks through another fetcher, for each kind of objects by itself. What is
 * late becomes an error of the answer, beside what came in time.
 */
export class DeadlineFetcher implements KubernetesFetcher {
  readonly #fetcher: KubernetesFetcher;
  readonly #deadline: HttpDeadline;
  readonly #seconds: number;

  static create(options: {
    fetcher: KubernetesFetcher;
    deadline: HttpDeadline;
    seconds: number;
  }) {
    return new DeadlineFetcher(options);
  }

  private constructor(options: {
    fetcher: KubernetesFetcher;
    deadline: HttpDeadline;
    seconds: number;
  }) {
    this.#fetcher = options.fetcher;
    this.#deadline = options.deadline;
    this.#seconds = options.seconds;
  }

  async fetchObjectsForService(
    params: ObjectFetchParams,
  ): Promise<FetchResponseWrapper> {
    const { name } = params.clusterDetails;
    const ask = (
      plural: string,
      one: Pick<ObjectFetchParams, 'objectTypesToFetch' | 'customResources'>,
    ) =>
      this.#inTime(`Cluster ${name} did not list ${plural}`, () =>
        this.#fetcher.fetchObjectsForService({ ...params, ...one }),
      );
    const answers = await Promise.all([
      ...[...params.objectTypesToFetch].map(type =>
        ask(type.plural, {
          objectTypesToFetch: new Set([type]),
          customResources: [],
        }),
      ),
      ...params.customResources.map(resource =>
        ask(resource.plural, {
          objectTypesToFetch: new Set(),
          customResources: [resource],
        }),
      ),
    ]);
    return {
      errors: answers.flatMap(({ errors }) => errors),
      responses: answers.flatMap(({ responses }) => responses),
    };
  }

  async fetchPodMetricsByNamespaces(
    clusterDetails: ClusterDetails,
    credential: KubernetesCredential,
    namespaces: Set<string>,
    labelSelector?: string,
  ): Promise<FetchResponseWrapper> {
    return this.#inTime(
      `Cluster ${clusterDetails.name} did not tell the metrics of pods`,
      () =>
        this.#fetcher.fetchPodMetricsByNamespaces(
          clusterDetails,
          credential,
          namespaces,
          labelSelector,
        ),
    );
  }

  async #inTime(
    complaint: string,
    work: () => Promise<FetchResponseWrapper>,
  ): Promise<FetchResponseWrapper> {
    const signal = AbortSignal.timeout(this.#seconds * 1000);
    try {
      return await this.#deadline.run(signal, work);
    } catch (error) {
      if (!signal.aborted) throw error;
      const message = `${complaint} within ${this.#seconds} s. If it is healthy but busy, raise kubernetes.deadlineSeconds.`;
      return {
        errors: [{ errorType: 'FETCH_ERROR', message }],
        responses: [],
      };
    }
  }
}
