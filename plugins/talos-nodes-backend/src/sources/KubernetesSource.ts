import type { UnknownReason } from '@internal/plugin-talos-nodes-common';
import {
  describeProblem,
  type HttpFailure,
  type KubernetesConnection,
  KubernetesReader,
  podSchema,
} from '@internal/upstream';
import { nodeSchema } from '../kubernetes/KubernetesNode';
import {
  type KubernetesFacts,
  toKubernetesFacts,
} from '../kubernetes/toKubernetesFacts';
import type { SourceHealth } from '../node/NodeSources';
import { type PlacedPod, toPlacedPod } from '../workloads/PlacedPod';
import { nextHealth } from './nextHealth';

/** What one cluster's Kubernetes API tells of its machines and of what runs there. What was read last stays while it fails. */
export class KubernetesSource {
  readonly #cluster: string;
  readonly #reader: KubernetesReader;
  #facts = new Map<string, KubernetesFacts>();
  #pods: readonly PlacedPod[] = [];
  #health: SourceHealth = {};
  #podHealth: SourceHealth = {};
  #whyNoPods?: UnknownReason = 'not-reachable';

  constructor(options: {
    cluster: string;
    connection: KubernetesConnection;
    deadlineMilliseconds: number;
  }) {
    this.#cluster = options.cluster;
    this.#reader = new KubernetesReader(options.connection, options);
  }

  /** By name of the Node object. */
  get facts(): ReadonlyMap<string, KubernetesFacts> {
    return this.#facts;
  }

  get health(): SourceHealth {
    return this.#health;
  }

  get pods(): readonly PlacedPod[] {
    return this.#pods;
  }

  /** Apart from that of the machines: a token may read the one and not the other. */
  get podHealth(): SourceHealth {
    return this.#podHealth;
  }

  /** Absent once pods were read. */
  get whyNoPods(): UnknownReason | undefined {
    return this.#whyNoPods;
  }

  async refresh(signal: AbortSignal): Promise<void> {
    await Promise.all([this.#readNodes(signal), this.#readPods(signal)]);
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }

  async #readNodes(signal: AbortSignal) {
    const answer = await this.#reader.list('/api/v1/nodes', nodeSchema, signal);
    if (signal.aborted) return;
    const isGone =
      answer.ok && answer.value.length === 0 && this.#facts.size > 0;
    if (answer.ok && !isGone) {
      this.#facts = new Map(
        answer.value.map(node => [node.metadata.name, toKubernetesFacts(node)]),
      );
    }
    const problem = isGone
      ? 'lists no node any more; check what its token may read'
      : toProblem(answer);
    this.#health = nextHealth(
      this.#health,
      problem && this.#describe(problem),
      new Date(),
    );
  }

  async #readPods(signal: AbortSignal) {
    const answer = await this.#reader.list('/api/v1/pods', podSchema, signal);
    if (signal.aborted) return;
    if (answer.ok) {
      this.#pods = answer.value.flatMap(pod => toPlacedPod(pod) ?? []);
      this.#whyNoPods = undefined;
    } else if (this.#whyNoPods) {
      this.#whyNoPods =
        answer.failure.reason === 'forbidden' ? 'not-allowed' : 'not-reachable';
    }
    const problem = toProblem(answer);
    this.#podHealth = nextHealth(
      this.#podHealth,
      problem && this.#describe(`${problem} (pods)`),
      new Date(),
    );
  }

  #describe(problem: string): string {
    return `The Kubernetes API of ${this.#cluster} ${problem}. Its connection stands under kubernetes.clusterLocatorMethods.`;
  }
}

function toProblem(
  answer: { ok: true } | { ok: false; failure: HttpFailure },
): string | undefined {
  return answer.ok ? undefined : describeProblem(answer.failure);
}
