import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  ClusterState,
  NodeDetail,
} from '@internal/plugin-talos-nodes-common';
import { describeProblem, KubernetesReader } from '@internal/upstream';
import type { NodeCluster } from '../config';
import { unknown } from '../facts/fact';
import type { DesiredNodes } from '../git/readDesiredNodes';
import { nodeSchema } from '../kubernetes/KubernetesNode';
import {
  type KubernetesFacts,
  toKubernetesFacts,
} from '../kubernetes/toKubernetesFacts';
import { buildNode } from '../node/buildNode';
import type { NodeSources, SourceHealth } from '../node/NodeSources';
import { querySamples, type Sample } from '../prometheus/querySamples';
import { toMetrics } from '../prometheus/toMetrics';
import { nextHealth } from './nextHealth';
import { TalosFleet } from './TalosFleet';

/** Keeps what is known of one cluster's machines fresh; everybody reads that. */
export class ClusterReader {
  readonly cluster: NodeCluster;
  readonly fleet?: TalosFleet;
  readonly #kubernetes?: KubernetesReader;
  readonly #logger: LoggerService;
  readonly #readDesired: () => DesiredNodes;
  readonly #onNodes: (
    nodes: NodeDetail[],
    isComplete: boolean,
  ) => Promise<void>;
  readonly #stopped = new AbortController();
  readonly #nodes = new Map<string, NodeDetail>();
  /** Known from before the process started, until read again. */
  readonly #restored = new Map<string, NodeDetail>();
  #facts = new Map<string, KubernetesFacts>();
  #kubernetesHealth: SourceHealth = {};
  #samples: Sample[] = [];
  #prometheusHealth: SourceHealth = {};
  #desired: DesiredNodes = { nodes: [] };
  #isStale = false;
  #revision = 0;
  #said = new Map<string, string>();
  #running?: Promise<void>;

  constructor(options: {
    cluster: NodeCluster;
    logger: LoggerService;
    readDesired: () => DesiredNodes;
    /** Called after every cycle; complete means that no other machine is there any more. */
    onNodes: (nodes: NodeDetail[], isComplete: boolean) => Promise<void>;
  }) {
    const { cluster } = options;
    this.cluster = cluster;
    this.#readDesired = options.readDesired;
    this.#onNodes = options.onNodes;
    this.#logger = options.logger.child({
      platform: cluster.platform,
      cluster: cluster.cluster,
    });
    this.#kubernetes =
      cluster.kubernetes && new KubernetesReader(cluster.kubernetes, cluster);
    this.fleet =
      cluster.talos &&
      new TalosFleet(cluster, cluster.talos, () => {
        this.#isStale = true;
        this.#revision += 1;
      });
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get nodes(): ReadonlyMap<string, NodeDetail> {
    if (this.#isStale) this.#rebuild([...this.#nodes.keys()]);
    return this.#nodes;
  }

  get state(): ClusterState {
    const { platform, cluster } = this.cluster;
    return {
      platform,
      cluster,
      sources: this.#listSources(),
      etcd: this.fleet?.etcd ?? unknown('not-configured'),
      certificate: this.fleet?.certificate,
    };
  }

  /** What was known before the process started, until it is read again. */
  restore(nodes: readonly NodeDetail[]) {
    for (const node of nodes) {
      this.#restored.set(node.name, node);
      this.#nodes.set(node.name, { ...node, state: 'unknown', problems: [] });
    }
    this.#revision += 1;
  }

  start() {
    this.#running ??= this.#run();
  }

  /** Ends the reading under way and waits for it. */
  async stop() {
    this.#stopped.abort();
    await this.#running;
    this.fleet?.close();
    await this.#kubernetes?.close();
  }

  async #run() {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await this.#cycle(signal);
      } catch (error) {
        // A mistake of ours must not end the reading, nor pass for a good one.
        this.#logger.error(`Machines were not read: ${stringifyError(error)}`);
      }
      await sleep(this.cluster.refreshMilliseconds, undefined, {
        signal,
      }).catch(() => undefined);
    }
  }

  async #cycle(signal: AbortSignal) {
    this.#desired = this.#readDesired();
    const [isConnected] = await Promise.all([
      this.fleet?.connect(signal) ?? false,
      this.#readKubernetes(signal),
      this.#readPrometheus(signal),
    ]);
    if (signal.aborted) return;
    const members =
      this.fleet && isConnected
        ? await this.fleet.listMembers(signal)
        : new Map<string, string>();
    const names = this.#listNames(members);
    if (this.fleet && isConnected) {
      await this.fleet.refresh(this.#listAddresses(names, members), signal);
    }
    if (signal.aborted) return;
    this.#rebuild(names);
    await this.fleet?.refreshEtcd([...this.#nodes.values()], signal);
    if (signal.aborted) return;
    this.#revision += 1;
    this.#say();
    const isComplete =
      names.length > 0 &&
      (this.#kubernetes ? !this.#kubernetesHealth.failure : isConnected);
    await this.#onNodes([...this.#nodes.values()], isComplete);
  }

  async #readKubernetes(signal: AbortSignal) {
    if (!this.#kubernetes) return;
    const answer = await this.#kubernetes.list(
      '/api/v1/nodes',
      nodeSchema,
      signal,
    );
    if (signal.aborted) return;
    const isGone =
      answer.ok && answer.value.length === 0 && this.#facts.size > 0;
    const problem = isGone
      ? 'lists no node any more; check what its token may read'
      : !answer.ok && describeProblem(answer.failure);
    if (answer.ok && !isGone) {
      this.#facts = new Map(
        answer.value.map(node => [node.metadata.name, toKubernetesFacts(node)]),
      );
    }
    this.#kubernetesHealth = nextHealth(
      this.#kubernetesHealth,
      problem
        ? `The Kubernetes API of ${this.cluster.cluster} ${problem}. Its connection stands under kubernetes.clusterLocatorMethods.`
        : undefined,
      new Date(),
    );
  }

  async #readPrometheus(signal: AbortSignal) {
    const { prometheus, cluster, deadlineMilliseconds } = this.cluster;
    if (!prometheus) return;
    const answer = await querySamples(prometheus, deadlineMilliseconds, signal);
    if (signal.aborted) return;
    // Old temperatures would mislead.
    this.#samples = answer.ok ? answer.value : [];
    this.#prometheusHealth = nextHealth(
      this.#prometheusHealth,
      answer.ok
        ? undefined
        : `Prometheus of ${cluster} at ${prometheus.url} ${describeProblem(answer.failure)}.`,
      new Date(),
    );
  }

  /** Machines of Kubernetes and of Talos' members; those known before stay while neither answers. */
  #listNames(members: ReadonlyMap<string, string>): string[] {
    const found = new Set([...this.#facts.keys(), ...members.keys()]);
    return found.size > 0 ? [...found].sort() : [...this.#nodes.keys()];
  }

  #listAddresses(
    names: readonly string[],
    members: ReadonlyMap<string, string>,
  ): Map<string, string> {
    return new Map(
      names.map(name => [
        name,
        this.#facts.get(name)?.addresses.at(0) ?? members.get(name) ?? name,
      ]),
    );
  }

  #rebuild(names: readonly string[]) {
    this.#isStale = false;
    const gone = new Set(this.#nodes.keys());
    for (const name of names) {
      gone.delete(name);
      this.#nodes.set(name, this.#build(name));
    }
    gone.forEach(name => this.#nodes.delete(name));
    this.#revision += 1;
  }

  #build(name: string): NodeDetail {
    const sources = this.#toSources(name);
    const built = buildNode(sources);
    const restored = this.#restored.get(name);
    const isRead = sources.talos
      ? sources.talos.reading !== undefined
      : sources.kubernetes?.facts !== undefined;
    if (isRead) this.#restored.delete(name);
    if (isRead || !restored) return built;
    const { state, problems, conditions, taints, unschedulable, git } = built;
    return {
      ...restored,
      state,
      problems,
      conditions,
      taints,
      unschedulable,
      git,
      sources: built.sources.map(source => ({
        ...source,
        observedAt:
          source.observedAt ??
          restored.sources.find(other => other.source === source.source)
            ?.observedAt,
      })),
    };
  }

  #toSources(name: string): NodeSources {
    const { platform, cluster, prometheus } = this.cluster;
    const facts = this.#facts.get(name);
    const addresses = facts?.addresses ?? [];
    const desired = this.#desired.nodes.find(
      ({ node }) =>
        node.name === name ||
        node.hostname === name ||
        (node.address !== undefined && addresses.includes(node.address)),
    );
    return {
      platform,
      cluster,
      name,
      talos: this.fleet?.toSource(name),
      kubernetes: this.#kubernetes && { ...this.#kubernetesHealth, facts },
      git: { ...this.#desired, desired },
      prometheus: prometheus && {
        ...this.#prometheusHealth,
        metrics: this.#prometheusHealth.failure
          ? undefined
          : toMetrics(this.#samples, { name, addresses }),
      },
    };
  }

  #listSources(): ClusterState['sources'] {
    const { prometheus } = this.cluster;
    const { observedAt, failure } = this.#desired;
    return [
      ...(this.fleet
        ? [{ source: 'talos' as const, ...this.fleet.health }]
        : []),
      ...(this.#kubernetes
        ? [{ source: 'kubernetes' as const, ...this.#kubernetesHealth }]
        : []),
      { source: 'git' as const, observedAt, failure },
      ...(prometheus
        ? [{ source: 'prometheus' as const, ...this.#prometheusHealth }]
        : []),
    ];
  }

  /** Logs each failure once, and its end. */
  #say() {
    for (const { source, failure } of this.#listSources()) {
      if (source === 'git') continue;
      const before = this.#said.get(source);
      if (failure && failure.reason !== before) {
        this.#said.set(source, failure.reason);
        this.#logger.warn(failure.reason);
      } else if (!failure && before !== undefined) {
        this.#said.delete(source);
        this.#logger.info(`The source ${source} is read again`);
      }
    }
    const warning = this.fleet?.certificate?.warning;
    if (warning && this.#said.get('certificate') !== warning) {
      this.#said.set('certificate', warning);
      this.#logger.warn(`The client certificate for Talos: ${warning}`);
    }
  }
}
