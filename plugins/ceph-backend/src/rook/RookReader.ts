import {
  type SourceProblem,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import {
  type HttpFailure,
  type JsonAnswer,
  type KubernetesConnection,
  KubernetesReader,
  type Pod,
  podSchema,
} from '@internal/upstream';
import type { CephSources } from '../config';
import { describeKubernetesFailure } from '../inventory/kubernetes/describeKubernetesFailure';
import {
  type CephCluster,
  cephClusterSchema,
  type CephPart,
  cephPartSchema,
  type Deployment,
  deploymentSchema,
} from './resources';

/** What Rook's namespace holds, at one moment. */
export interface RookReading {
  observedAt: Date;
  clusters: CephCluster[];
  blockPools: CephPart[];
  filesystems: CephPart[];
  /** Absent where deployments or pods could not be read; `workloadsFailure` says why. */
  workloads?: {
    deployments: Deployment[];
    pods: Pod[];
    /** Absent where there is none in its namespace, or it cannot be read. */
    operator?: { ready: number; wanted: number };
  };
  workloadsFailure?: { reason: HttpFailure['reason']; problem: SourceProblem };
}

export type RookAnswer =
  | { ok: true; reading: RookReading }
  | { ok: false; reason: HttpFailure['reason']; problem: SourceProblem };

/** Reads Rook's resources and workloads over the Kubernetes API; seven lists, no secret. */
export class RookReader {
  readonly #kubernetes: KubernetesReader;
  readonly #cluster: string;
  readonly #sources: CephSources;

  constructor(options: {
    cluster: string;
    connection: KubernetesConnection;
    sources: CephSources;
    deadlineMilliseconds: number;
  }) {
    this.#cluster = options.cluster;
    this.#sources = options.sources;
    this.#kubernetes = new KubernetesReader(options.connection, options);
  }

  async read(signal: AbortSignal): Promise<RookAnswer> {
    const { namespace, operatorNamespace } = this.#sources;
    const kubernetes = this.#kubernetes;
    const rook = `/apis/ceph.rook.io/v1/namespaces/${namespace}`;
    const apps = '/apis/apps/v1/namespaces';
    const [clusters, blockPools, filesystems, deployments, pods, operators] =
      await Promise.all([
        kubernetes.list(`${rook}/cephclusters`, cephClusterSchema, signal),
        kubernetes.list(`${rook}/cephblockpools`, cephPartSchema, signal),
        kubernetes.list(`${rook}/cephfilesystems`, cephPartSchema, signal),
        kubernetes.list(
          `${apps}/${namespace}/deployments`,
          deploymentSchema,
          signal,
        ),
        kubernetes.list(
          `/api/v1/namespaces/${namespace}/pods`,
          podSchema,
          signal,
        ),
        operatorNamespace === namespace
          ? undefined
          : kubernetes.list(
              `${apps}/${operatorNamespace}/deployments`,
              deploymentSchema,
              signal,
            ),
      ]);
    if (!clusters.ok) {
      const { failure } = clusters;
      return {
        ok: false,
        reason: failure.reason,
        problem: this.#describe(
          failure,
          `cephclusters.ceph.rook.io in ${namespace}`,
        ),
      };
    }
    const failed = [deployments, pods].find(answer => !answer.ok);
    return {
      ok: true,
      reading: {
        observedAt: new Date(),
        clusters: clusters.value,
        blockPools: blockPools.ok ? blockPools.value : [],
        filesystems: filesystems.ok ? filesystems.value : [],
        workloads:
          deployments.ok && pods.ok
            ? {
                deployments: deployments.value,
                pods: pods.value,
                operator: findOperator(listIn(operators ?? deployments)),
              }
            : undefined,
        workloadsFailure:
          failed && !failed.ok
            ? {
                reason: failed.failure.reason,
                problem: this.#describe(
                  failed.failure,
                  `pods and deployments in ${namespace}`,
                ),
              }
            : undefined,
      },
    };
  }

  async close(): Promise<void> {
    await this.#kubernetes.close();
  }

  #describe(failure: HttpFailure, what: string): SourceProblem {
    const cluster = this.#cluster;
    return failure.reason === 'not-found'
      ? toSourceProblem('rook-not-installed', { cluster, what })
      : describeKubernetesFailure(failure, { cluster, what });
  }
}

/** Nothing where it cannot be read. */
function listIn(answer: JsonAnswer<Deployment[]>): Deployment[] {
  return answer.ok ? answer.value : [];
}

function findOperator(
  deployments: readonly Deployment[],
): { ready: number; wanted: number } | undefined {
  const operator = deployments.find(
    ({ metadata }) =>
      metadata.name === 'rook-ceph-operator' ||
      metadata.labels.app === 'rook-ceph-operator',
  );
  return (
    operator && {
      ready: operator.status.readyReplicas ?? 0,
      wanted: operator.spec.replicas,
    }
  );
}
