import type {
  ClusterState,
  NodeDetail,
} from '@internal/plugin-talos-nodes-common';
import type { NodeCluster } from '../config';
import { unknown } from '../facts/fact';
import { unreadWatched } from '../machine/unreadMachine';
import type { NodeSources, SourceHealth } from '../node/NodeSources';
import { describeTalosFailure } from '../talos/describeTalosFailure';
import { listResources } from '../talos/listResources';
import { talosResources } from '../talos/resources';
import { TalosClient } from '../talos/TalosClient';
import type { TalosFailure } from '../talos/TalosFailure';
import { describeCertificate } from './describeCertificate';
import { limitConcurrency } from './limitConcurrency';
import { nextHealth } from '../sources/nextHealth';
import { readEtcd } from './readEtcd';
import { TalosMachine } from './TalosMachine';
import { WorkQueue } from './WorkQueue';

const PROBES_AT_ONCE = 25;
const READINGS_AT_ONCE = 8;
const SETTLING_MILLISECONDS = 60_000;
/** Those who take longer to say that they are there hold nobody up. */
const PATIENCE_MILLISECONDS = 500;

/** The machines of one cluster, over the Talos API. */
export class TalosFleet {
  readonly client: TalosClient;
  readonly #cluster: NodeCluster;
  readonly #talosconfig: string;
  readonly #onChange: (name: string) => void;
  readonly #machines = new Map<string, TalosMachine>();
  readonly #readings = new WorkQueue(READINGS_AT_ONCE);
  #health: SourceHealth = {};
  #certificate: ClusterState['certificate'];
  #etcd: ClusterState['etcd'] = unknown('not-reachable');

  constructor(
    cluster: NodeCluster,
    talos: NonNullable<NodeCluster['talos']>,
    /** Told which machine changed. */
    onChange: (name: string) => void,
  ) {
    this.#cluster = cluster;
    this.#talosconfig = talos.talosconfig;
    this.#onChange = onChange;
    this.client = TalosClient.create({
      ...talos,
      deadlineMilliseconds: cluster.deadlineMilliseconds,
    });
  }

  get health(): SourceHealth {
    return this.#health;
  }

  get certificate(): ClusterState['certificate'] {
    return this.#certificate;
  }

  get etcd(): ClusterState['etcd'] {
    return this.#etcd;
  }

  addressOf(name: string): string | undefined {
    return this.#machines.get(name)?.address;
  }

  toSource(name: string): NonNullable<NodeSources['talos']> {
    const machine = this.#machines.get(name);
    const own = machine?.toSource() ?? {
      isOwnFailure: false,
      watched: unreadWatched('not-reachable'),
    };
    const { failure } = this.#health;
    return failure ? { ...own, failure, isOwnFailure: false } : own;
  }

  /** Whether the Talos API can be used now; also says as whom. */
  async connect(signal: AbortSignal): Promise<boolean> {
    const now = new Date();
    const access = await this.client.reload(now);
    this.#certificate = access.ok
      ? describeCertificate(access.value, now)
      : undefined;
    const found = access.ok ? await this.client.findEndpoint(signal) : access;
    if (signal.aborted) return false;
    const problem = found.ok ? undefined : this.describe(found.failure);
    this.#health = nextHealth(this.#health, problem, new Date());
    if (!found.ok) {
      this.#etcd = unknown('not-reachable');
      this.#machines.forEach(machine => machine.stop());
    }
    return found.ok;
  }

  /** The machines the cluster's members know, by name; none where discovery is off. */
  async listMembers(signal: AbortSignal): Promise<Map<string, string>> {
    const answer = await listResources(
      this.client,
      undefined,
      talosResources.members,
      signal,
    );
    if (!answer.ok) return new Map();
    return new Map(
      answer.value.flatMap(({ id, spec }) => {
        const address = spec.addresses?.at(0);
        return address ? [[id, address] as const] : [];
      }),
    );
  }

  /** Whether machines that answer are still to be read for the first time. */
  get isIncomplete(): boolean {
    return [...this.#machines.values()].some(({ isNew }) => isNew);
  }

  /**
   * Asks every machine whether it is there. Those that are slow to say so, and
   * whole readings, go on after it; `onChange` tells how they end.
   */
  async refresh(
    addresses: ReadonlyMap<string, string>,
    signal: AbortSignal,
  ): Promise<void> {
    for (const [name, machine] of this.#machines) {
      if (addresses.has(name)) continue;
      machine.stop();
      this.#machines.delete(name);
    }
    await limitConcurrency(
      [...addresses],
      { limit: PROBES_AT_ONCE, patienceMilliseconds: PATIENCE_MILLISECONDS },
      async ([name, address]) => {
        const machine = this.#machine(name, address);
        await machine.probe(signal, failure => this.describe(failure, name));
        if (machine.isDue) {
          this.#readings.add(name, () => machine.read(signal));
        }
      },
    );
  }

  /** Waits for whole readings that are under way, though not for long. */
  async settle(signal: AbortSignal): Promise<void> {
    await this.#readings.settle(
      AbortSignal.any([signal, AbortSignal.timeout(SETTLING_MILLISECONDS)]),
    );
  }

  async refreshEtcd(
    nodes: readonly NodeDetail[],
    signal: AbortSignal,
  ): Promise<void> {
    const controlPlanes = nodes.flatMap(({ name, role }) => {
      const machine = this.#machines.get(name);
      return machine && !machine.failed && isControlPlane(role)
        ? machine.address
        : [];
    });
    const etcd = await readEtcd(this.client, controlPlanes, signal);
    if (!signal.aborted) this.#etcd = etcd;
  }

  /** The sentence for logs and cards. */
  describe(failure: TalosFailure, node?: string): string {
    const { platform, cluster, deadlineMilliseconds } = this.#cluster;
    return describeTalosFailure(failure, {
      platform,
      cluster,
      talosconfig: this.#talosconfig,
      deadlineMilliseconds,
      node,
    });
  }

  close() {
    this.#machines.forEach(machine => machine.stop());
    this.client.close();
  }

  #machine(name: string, address: string): TalosMachine {
    const existing = this.#machines.get(name);
    if (existing) {
      existing.moveTo(address);
      return existing;
    }
    const machine = new TalosMachine({
      client: this.client,
      address,
      onChange: () => this.#onChange(name),
    });
    this.#machines.set(name, machine);
    return machine;
  }
}

function isControlPlane(role: NodeDetail['role']): boolean {
  return role.known && role.value === 'controlplane';
}
