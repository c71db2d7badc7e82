import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  ClusterState,
  NodeDetail,
  Workload,
  WorkloadList,
} from '@internal/plugin-talos-nodes-common';
import { entityRefs } from '@internal/gitops-repository';
import type { NodeCluster } from '../config';
import { unknown } from '../facts/fact';
import type { DesiredNodes } from '../git/readDesiredNodes';
import type { NodeSources } from '../node/NodeSources';
import type { CatalogSource } from '../sources/CatalogSource';
import { FailureLog } from '../sources/FailureLog';
import { KubernetesSource } from '../sources/KubernetesSource';
import { PrometheusSource } from '../sources/PrometheusSource';
import { ClusterWorkloads } from '../workloads/ClusterWorkloads';
import { countWorkloads } from '../workloads/countWorkloads';
import { KnownNodes } from './KnownNodes';
import { TalosFleet } from './TalosFleet';

/** Until every machine was read once. */
const PAUSE_AT_FIRST_MILLISECONDS = 2000;

export interface ClusterReaderOptions {
  cluster: NodeCluster;
  logger: LoggerService;
  catalog: Pick<CatalogSource, 'apps' | 'health' | 'placeOf'>;
  readDesired: () => DesiredNodes;
  /** Called after every cycle; complete means that no other machine is there any more. */
  onNodes: (nodes: NodeDetail[], isComplete: boolean) => Promise<void>;
}

/** Keeps what is known of one cluster's machines fresh; everybody reads that. */
export class ClusterReader {
  readonly cluster: NodeCluster;
  readonly fleet?: TalosFleet;
  readonly #options: ClusterReaderOptions;
  readonly #kubernetes?: KubernetesSource;
  readonly #prometheus?: PrometheusSource;
  readonly #nodes = new KnownNodes(name => this.#toSources(name));
  readonly #logger: LoggerService;
  readonly #failures: FailureLog;
  readonly #stopped = new AbortController();
  #desired: DesiredNodes = { nodes: [] };
  #workloads?: ClusterWorkloads;
  #running?: Promise<void>;

  constructor(options: ClusterReaderOptions) {
    const { cluster } = options;
    const { kubernetes, prometheus, talos } = cluster;
    this.cluster = cluster;
    this.#options = options;
    this.#logger = options.logger.child({
      platform: cluster.platform,
      cluster: cluster.cluster,
    });
    this.#failures = new FailureLog(this.#logger);
    this.#kubernetes =
      kubernetes &&
      new KubernetesSource({ ...cluster, connection: kubernetes });
    this.#prometheus =
      prometheus && new PrometheusSource({ ...cluster, prometheus });
    this.fleet =
      talos && new TalosFleet(cluster, talos, name => this.#nodes.touch(name));
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#nodes.revision;
  }

  get nodes(): ReadonlyMap<string, NodeDetail> {
    return this.#nodes.all;
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

  /** How what runs on the machines is known. */
  get workloadState(): WorkloadList['clusters'][number] {
    const { platform, cluster } = this.cluster;
    return {
      platform,
      cluster,
      pods: this.#kubernetes?.podHealth ?? {},
      apps: this.#options.catalog.health,
    };
  }

  /** What runs on one machine; default: on all. */
  listWorkloads(node?: string): Workload[] {
    this.#workloads ??= new ClusterWorkloads(
      this.cluster,
      this.#kubernetes?.pods ?? [],
      this.#options.catalog.apps,
    );
    return this.#workloads.list(node);
  }

  /** What was known before the process started, until it is read again. */
  restore(nodes: readonly NodeDetail[]) {
    this.#nodes.restore(nodes);
  }

  /** To be called when the catalog was read. */
  takeCatalog() {
    this.#workloads = undefined;
    this.#nodes.touch();
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
    const { refreshMilliseconds } = this.cluster;
    while (!signal.aborted) {
      try {
        await this.#cycle(signal);
      } catch (error) {
        // A mistake of ours must not end the reading, nor pass for a good one.
        this.#logger.error(`Machines were not read: ${stringifyError(error)}`);
      }
      const pause = this.fleet?.isIncomplete
        ? Math.min(PAUSE_AT_FIRST_MILLISECONDS, refreshMilliseconds)
        : refreshMilliseconds;
      // Clusters that began together would otherwise be read together for good.
      const share = 0.9 + 0.2 * Math.random();
      await sleep(pause * share, undefined, { signal }).catch(() => undefined);
    }
  }

  async #cycle(signal: AbortSignal) {
    this.#desired = this.#options.readDesired();
    const [isConnected] = await Promise.all([
      this.fleet?.connect(signal) ?? false,
      this.#kubernetes?.refresh(signal),
      this.#prometheus?.refresh(signal),
    ]);
    if (signal.aborted) return;
    this.#workloads = undefined;
    const members =
      this.fleet && isConnected
        ? await this.fleet.listMembers(signal)
        : new Map<string, string>();
    const names = this.#listNames(members);
    if (this.fleet && isConnected) {
      await this.fleet.refresh(this.#listAddresses(names, members), signal);
    }
    if (signal.aborted) return;
    await this.#nodes.replace(names);
    // What is read for the first time is no change.
    if (this.fleet?.isIncomplete) await this.fleet.settle(signal);
    await this.fleet?.refreshEtcd([...this.nodes.values()], signal);
    if (signal.aborted) return;
    this.#nodes.tellAnew();
    this.#say();
    const isComplete =
      names.length > 0 &&
      (this.#kubernetes ? !this.#kubernetes.health.failure : isConnected);
    await this.#options.onNodes([...this.nodes.values()], isComplete);
  }

  /** Machines of Kubernetes and of Talos' members; those known before stay while neither answers. */
  #listNames(members: ReadonlyMap<string, string>): string[] {
    const facts = this.#kubernetes?.facts.keys() ?? [];
    const found = new Set([...facts, ...members.keys()]);
    return found.size > 0 ? [...found].sort() : [...this.nodes.keys()];
  }

  #listAddresses(
    names: readonly string[],
    members: ReadonlyMap<string, string>,
  ): Map<string, string> {
    const facts = this.#kubernetes?.facts;
    return new Map(
      names.map(name => [
        name,
        facts?.get(name)?.addresses.at(0) ?? members.get(name) ?? name,
      ]),
    );
  }

  #toSources(name: string): NodeSources {
    const { platform, cluster } = this.cluster;
    const kubernetes = this.#kubernetes;
    const facts = kubernetes?.facts.get(name);
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
      kubernetes: kubernetes && { ...kubernetes.health, facts },
      git: { ...this.#desired, desired },
      prometheus: this.#prometheus?.toSource({ name, addresses }),
      place: this.#options.catalog.placeOf(entityRefs.node({ cluster, name })),
      workloads: this.#countWorkloads(name),
    };
  }

  #countWorkloads(name: string): NodeSources['workloads'] {
    const reason = this.#kubernetes
      ? this.#kubernetes.whyNoPods
      : 'not-configured';
    return reason
      ? unknown(reason)
      : countWorkloads(this.listWorkloads(name), {
          hasApps: this.#options.catalog.apps !== undefined,
        });
  }

  #listSources(): ClusterState['sources'] {
    const { observedAt, failure } = this.#desired;
    const all = [
      { source: 'talos', health: this.fleet?.health },
      { source: 'kubernetes', health: this.#kubernetes?.health },
      { source: 'git', health: { observedAt, failure } },
      { source: 'prometheus', health: this.#prometheus?.health },
    ] as const;
    return all.flatMap(({ source, health }) =>
      health ? { source, ...health } : [],
    );
  }

  #say() {
    for (const { source, failure } of this.#listSources()) {
      if (source !== 'git') this.#failures.note(source, failure?.reason);
    }
    this.#failures.note('pods', this.#kubernetes?.podHealth.failure?.reason);
    const warning = this.fleet?.certificate?.warning;
    if (warning) {
      this.#failures.note(
        'certificate',
        `The client certificate for Talos: ${warning}`,
      );
    }
  }
}
