import type { Clock } from '../world/clock';
import type { MachineChanged } from '../world/events';
import type { KubernetesObject, Manifest } from './KubernetesObject';
import { DisruptionController } from './disruption/DisruptionController';
import { type DrainResult, drainNode } from './disruption/drainNode';
import { keepGiven } from './keepGiven';
import { NodeLifecycle } from './NodeLifecycle';
import { type SimulatedNode, toNode } from './nodes';
import { ObjectStore } from './ObjectStore';
import { findResourceType, requireResourceType } from './resourceTypes';
import { Scheduler } from './scheduling/Scheduler';
import { AttachController } from './storage/AttachController';
import { LonghornController } from './storage/LonghornController';
import type { StorageBackends } from './storage/Provisioning';
import { VolumeController } from './storage/VolumeController';
import { toSettled } from './toSettled';
import { Kubelets } from './workloads/Kubelets';
import { WorkloadController } from './workloads/WorkloadController';

const builtInNamespaces = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
];
const namespaceType = requireResourceType('v1', 'Namespace');
const nodeType = requireResourceType('v1', 'Node');

/** What a simulated cluster is made of. */
export interface ClusterDefinition {
  name: string;
  versions: { kubernetes: string; talos: string };
  nodes: SimulatedNode[];
  /** Where its volumes lie; default: nothing is known of any. */
  backends?: StorageBackends;
  /** What is there from the start: made by charts, which the sandbox does not render, or applied by hand. */
  installed?: Manifest[];
}

/** What an apply comes to: the object, or why the API server refuses it. */
export type ApplyOutcome =
  | { outcome: 'applied'; object: KubernetesObject }
  | { outcome: 'no-such-kind' | 'no-such-namespace'; message: string };

/** One simulated cluster: its objects, and the controllers that bring them to life. */
export class Cluster {
  readonly name: string;
  readonly store: ObjectStore;
  /** Of the API server, such as `v1.35.3`. */
  readonly version: string;
  readonly #controllers: { stop(): void }[];
  readonly #clock: Clock;
  readonly #definition: ClusterDefinition;
  /** What was last heard of the machines. */
  readonly #machines = new Map<string, MachineChanged>();
  readonly #cordoned = new Set<string>();

  constructor(options: {
    clock: Clock;
    definition: ClusterDefinition;
    /** Milliseconds until a pod runs; default 1000. */
    podStartMs?: number;
    /** Milliseconds until pods leave a node that is not ready; default 10 000. */
    tolerationMs?: number;
    /** Changes a watch can catch up with; default 5000. */
    historySize?: number;
  }) {
    this.#clock = options.clock;
    this.#definition = options.definition;
    const { name, nodes, versions, backends = {} } = options.definition;
    this.name = name;
    this.version = versions.kubernetes;
    const store = new ObjectStore({
      clock: options.clock,
      cluster: name,
      historySize: options.historySize ?? 5_000,
    });
    this.store = store;
    const now = () => this.#now();
    const kubelets = new Kubelets({
      store,
      now,
      podStartMs: options.podStartMs ?? 1_000,
    });
    this.#controllers = [
      new WorkloadController({ store, now }),
      new Scheduler({ store, now }),
      new VolumeController({ store, backends }),
      new AttachController(store),
      new LonghornController({ store, now }),
      kubelets,
      new NodeLifecycle({
        store,
        now,
        tolerationMs: options.tolerationMs ?? 10_000,
        onReady: node => kubelets.resume(node),
      }),
      new DisruptionController({ store, now }),
    ];
    nodes.forEach(node => this.#putNode(node.name));
    for (const namespace of builtInNamespaces) {
      this.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace },
      });
    }
    for (const manifest of options.definition.installed ?? []) {
      this.apply(manifest);
    }
  }

  /** Creates or updates an object, as `kubectl apply` does; a status is kept. */
  apply(manifest: Manifest): ApplyOutcome {
    const type = findResourceType(manifest);
    if (!type) {
      return {
        outcome: 'no-such-kind',
        message: `The Kubernetes API could not find ${manifest.apiVersion}/${manifest.kind} for requested resource ${manifest.metadata.namespace ?? ''}/${manifest.metadata.name}. Make sure the "${manifest.kind}" CRD is installed on the destination cluster.`,
      };
    }
    const { namespace, name } = manifest.metadata;
    if (
      namespace !== undefined &&
      !this.store.get(namespaceType, undefined, namespace)
    ) {
      return {
        outcome: 'no-such-namespace',
        message: `namespaces "${namespace}" not found`,
      };
    }
    const existing = this.store.get(type, namespace, name);
    const desired = existing ? keepGiven(manifest, existing) : manifest;
    return {
      outcome: 'applied',
      object: this.store.put(toSettled(desired, this.#now())),
    };
  }

  /** Deletes an object and all it owns; one that is not there is no error. */
  remove(manifest: Manifest): void {
    this.store.delete(manifest);
  }

  /** The Node follows what happened to its machine. */
  followMachine(change: MachineChanged): void {
    this.#machines.set(change.node, change);
    this.#putNode(change.node);
  }

  /** Names of the nodes that are. */
  get cordoned(): string[] {
    return [...this.#cordoned];
  }

  /** No further pod goes there. Throws where there is no such node. */
  cordon(node: string): void {
    this.#requireNode(node);
    this.#cordoned.add(node);
    this.#putNode(node);
  }

  /** Pods may go there again. Throws where there is no such node. */
  uncordon(node: string): void {
    this.#requireNode(node);
    this.#cordoned.delete(node);
    this.#putNode(node);
  }

  /** Cordons the node and ends its pods, as far as their budgets let it. Throws where there is no such node. */
  drain(node: string): DrainResult {
    this.cordon(node);
    return drainNode({ store: this.store, now: () => this.#now() }, node);
  }

  stop(): void {
    this.#controllers.forEach(controller => controller.stop());
  }

  #putNode(name: string) {
    const { nodes, versions } = this.#definition;
    const node = nodes.find(candidate => candidate.name === name);
    const machine = this.#machines.get(name);
    if (node) {
      this.store.put(
        toNode(
          node,
          { ...versions, talos: machine?.talos ?? versions.talos },
          this.#now(),
          {
            kubelet: machine?.kubelet ?? 'ready',
            labels: machine?.labels ?? {},
            annotations: machine?.annotations ?? {},
            unschedulable: this.#cordoned.has(name),
          },
          this.store.get(nodeType, undefined, name),
        ),
      );
    }
  }

  #requireNode(name: string) {
    if (!this.store.get(nodeType, undefined, name)) {
      throw new Error(
        `The cluster ${this.name} has no node ${name}; it has ${this.#definition.nodes.map(node => node.name).join(', ')}.`,
      );
    }
  }

  #now() {
    return `${this.#clock.now().toISOString().slice(0, 19)}Z`;
  }
}
