import type { Volume } from '@internal/plugin-ceph-common';
import type { ClusterFacts } from './ClusterFacts';
import type { MachineFacts, Resources } from './MachineFacts';
import type { PodFacts } from './PodFacts';

/** The facts of a cluster by machine and namespace, made once for all its machines. */
export class ClusterIndex {
  readonly facts: ClusterFacts;
  readonly #machines: ReadonlyMap<string, MachineFacts>;
  readonly #podsByMachine = new Map<string, PodFacts[]>();
  readonly #podsByNamespace = new Map<string, PodFacts[]>();
  readonly #requested = new Map<string, Resources>();
  readonly #volumesByMachine = new Map<string, Volume[]>();

  constructor(facts: ClusterFacts) {
    this.facts = facts;
    this.#machines = new Map(
      facts.machines.known
        ? facts.machines.value.map(machine => [machine.name, machine])
        : [],
    );
    for (const pod of facts.pods.known ? facts.pods.value : []) {
      append(this.#podsByNamespace, pod.namespace, pod);
      if (pod.node !== undefined) this.#place(pod, pod.node);
    }
    for (const volume of facts.volumes.known ? facts.volumes.value : []) {
      const [only, ...others] = volume.nodes;
      if (only !== undefined && others.length === 0 && !isShared(volume)) {
        append(this.#volumesByMachine, only, volume);
      }
    }
  }

  machine(name: string): MachineFacts | undefined {
    return this.#machines.get(name);
  }

  podsOn(machine: string): readonly PodFacts[] {
    return this.#podsByMachine.get(machine) ?? [];
  }

  podsIn(namespace: string): readonly PodFacts[] {
    return this.#podsByNamespace.get(namespace) ?? [];
  }

  /** What the pods on a machine request together. */
  requestedOn(machine: string): Resources {
    return this.#requested.get(machine) ?? { cpu: 0, memory: 0, pods: 0 };
  }

  /** Volumes whose data exists on this machine only. */
  volumesOnlyOn(machine: string): readonly Volume[] {
    return this.#volumesByMachine.get(machine) ?? [];
  }

  #place(pod: PodFacts, machine: string) {
    append(this.#podsByMachine, machine, pod);
    const { cpu, memory, pods } = this.requestedOn(machine);
    this.#requested.set(machine, {
      cpu: cpu + pod.requests.cpu,
      memory: memory + pod.requests.memory,
      pods: pods + pod.requests.pods,
    });
  }
}

function isShared({ kind }: Volume): boolean {
  return kind === 'ceph-rbd' || kind === 'cephfs' || kind === 'nfs';
}

function append<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
