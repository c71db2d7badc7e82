import type { ClusterIndex } from '../facts/ClusterIndex';
import type { MachineFacts, Resources } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import { allowsMachine } from './allowsMachine';
import { type LabelSelector, matchesSelector } from './matchesSelector';

/** What is left on the machines that could take over from one, pod by pod. */
export class MachineRoom {
  readonly #index: ClusterIndex;
  readonly #leaving: MachineFacts;
  readonly #candidates: readonly MachineFacts[];
  readonly #free: Map<string, Resources>;
  /** Taken on each machine, looked up when somebody wants one. */
  readonly #ports = new Map<string, Set<string>>();
  /** Where pods of the leaving machine have been given room. */
  readonly #placed = new Map<PodFacts, string>();

  constructor(
    index: ClusterIndex,
    leaving: MachineFacts,
    candidates: readonly MachineFacts[],
  ) {
    this.#index = index;
    this.#leaving = leaving;
    this.#candidates = candidates;
    this.#free = new Map(
      candidates.map(({ name, allocatable }) => {
        const whole = allocatable.known
          ? allocatable.value
          : { cpu: 0, memory: 0, pods: 0 };
        return [name, subtract(whole, index.requestedOn(name))];
      }),
    );
  }

  /** Gives a pod room; the machine's name, or nothing where there is none. */
  take(pod: PodFacts): string | undefined {
    const found = this.#candidates.find(
      candidate =>
        allowsMachine(pod.placement, this.#leaving, candidate) &&
        this.#hasRoom(pod, candidate.name) &&
        this.#hasPorts(pod, candidate.name) &&
        this.#keepsApart(pod, candidate) &&
        this.#keepsSpread(pod, candidate),
    );
    const free = found && this.#free.get(found.name);
    if (!found || !free) return undefined;
    this.#free.set(found.name, subtract(free, pod.requests));
    for (const port of pod.hostPorts) this.#portsOn(found.name).add(port);
    this.#placed.set(pod, found.name);
    return found.name;
  }

  #hasRoom({ requests }: PodFacts, name: string): boolean {
    const free = this.#free.get(name);
    return (
      free !== undefined &&
      free.cpu >= requests.cpu &&
      free.memory >= requests.memory &&
      free.pods >= requests.pods
    );
  }

  /** A port of one address counts as taken on all of them. */
  #hasPorts({ hostPorts }: PodFacts, name: string): boolean {
    return hostPorts.every(port => !this.#portsOn(name).has(port));
  }

  #portsOn(name: string): Set<string> {
    const known = this.#ports.get(name);
    if (known) return known;
    const taken = new Set(
      this.#index.podsOn(name).flatMap(({ hostPorts }) => hostPorts),
    );
    this.#ports.set(name, taken);
    return taken;
  }

  #keepsApart(pod: PodFacts, candidate: MachineFacts): boolean {
    return pod.placement.apart.every(({ topologyKey, selector }) => {
      const domain = candidate.labels[topologyKey];
      return (
        domain === undefined ||
        !this.#count(pod, topologyKey, selector).get(domain)
      );
    });
  }

  #keepsSpread(pod: PodFacts, candidate: MachineFacts): boolean {
    return pod.placement.spread.every(({ topologyKey, maxSkew, selector }) => {
      const counts = this.#count(pod, topologyKey, selector);
      const domain = candidate.labels[topologyKey];
      if (domain === undefined) return false;
      return (
        (counts.get(domain) ?? 0) + 1 - Math.min(...counts.values()) <= maxSkew
      );
    });
  }

  /** How many such pods run in each domain, once the leaving machine is empty; it still counts as one. */
  #count(
    { namespace }: PodFacts,
    topologyKey: string,
    selector: LabelSelector,
  ): Map<string, number> {
    const counts = new Map<string, number>();
    for (const machine of [this.#leaving, ...this.#candidates]) {
      const domain = machine.labels[topologyKey];
      if (domain !== undefined) counts.set(domain, 0);
    }
    for (const pod of this.#index.podsIn(namespace)) {
      const name =
        pod.node === this.#leaving.name ? this.#placed.get(pod) : pod.node;
      const machine =
        name === undefined ? undefined : this.#index.machine(name);
      const domain = machine?.labels[topologyKey];
      if (domain !== undefined && matchesSelector(selector, pod.labels)) {
        counts.set(domain, (counts.get(domain) ?? 0) + 1);
      }
    }
    return counts;
  }
}

function subtract(from: Resources, amount: Resources): Resources {
  return {
    cpu: from.cpu - amount.cpu,
    memory: from.memory - amount.memory,
    pods: from.pods - amount.pods,
  };
}
