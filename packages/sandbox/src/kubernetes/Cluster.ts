import type { Clock } from '../world/clock';
import type { MachineChanged } from '../world/events';
import type { KubernetesObject, Manifest } from './KubernetesObject';
import { type SimulatedNode, toNode } from './nodes';
import { ObjectStore } from './ObjectStore';
import { findResourceType, requireResourceType } from './resourceTypes';
import { toSettled } from './toSettled';
import { WorkloadController } from './workloads/WorkloadController';

const builtInNamespaces = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
];
const namespaceType = requireResourceType('v1', 'Namespace');

/** What a simulated cluster is made of. */
export interface ClusterDefinition {
  name: string;
  versions: { kubernetes: string; talos: string };
  nodes: SimulatedNode[];
}

/** What an apply comes to: the object, or why the API server refuses it. */
export type ApplyOutcome =
  | { outcome: 'applied'; object: KubernetesObject }
  | { outcome: 'no-such-kind' | 'no-such-namespace'; message: string };

/** One simulated cluster: its objects, and the controllers that bring them to life. */
export class Cluster {
  readonly store: ObjectStore;
  /** Of the API server, such as `v1.35.3`. */
  readonly version: string;
  readonly #controller: WorkloadController;
  readonly #clock: Clock;
  readonly #definition: ClusterDefinition;

  constructor(options: {
    clock: Clock;
    definition: ClusterDefinition;
    /** Milliseconds until a pod runs; default 1000. */
    podStartMs?: number;
    /** Changes a watch can catch up with; default 5000. */
    historySize?: number;
  }) {
    this.#clock = options.clock;
    this.#definition = options.definition;
    this.store = new ObjectStore({
      clock: options.clock,
      historySize: options.historySize ?? 5_000,
    });
    this.#controller = new WorkloadController({
      store: this.store,
      clock: options.clock,
      podStartMs: options.podStartMs ?? 1_000,
    });
    const { nodes, versions } = options.definition;
    this.version = versions.kubernetes;
    for (const node of nodes) {
      this.store.put(toNode(node, versions, this.#now()));
    }
    for (const name of builtInNamespaces) {
      this.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
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
    const desired =
      existing?.status === undefined
        ? manifest
        : { ...manifest, status: existing.status };
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
  followMachine({ node: name, talos, ...state }: MachineChanged): void {
    const { nodes, versions } = this.#definition;
    const node = nodes.find(candidate => candidate.name === name);
    if (node) {
      this.store.put(toNode(node, { ...versions, talos }, this.#now(), state));
    }
  }

  stop(): void {
    this.#controller.stop();
  }

  #now() {
    return `${this.#clock.now().toISOString().slice(0, 19)}Z`;
  }
}
