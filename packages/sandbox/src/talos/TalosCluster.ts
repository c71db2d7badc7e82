import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../world/clock';
import type { Faults, FaultSystem } from '../world/faults';
import { Apid } from './apid/Apid';
import type { EndpointMode } from './apid/EndpointMode';
import type { FleetDefinition } from './fleet/FleetDefinition';
import { SimulatedMachine } from './fleet/SimulatedMachine';
import type { TalosVersion } from './fleet/TalosVersion';
import {
  CertificateAuthority,
  type ClientCertificateOptions,
  type Credential,
} from './pki/CertificateAuthority';
import type { TalosContext } from './pki/writeTalosconfig';

export interface TalosClusterOptions {
  fleet: FleetDefinition;
  /** Of the endpoint; 0 takes a free one. */
  port: number;
  clock: Clock;
  faults: Faults;
  /** Is told whenever a machine went, came back or changed its stage or version. */
  onChange?(machine: SimulatedMachine): void;
  /** Under what name faults are set; default: none hit it. */
  system?: FaultSystem;
}

/**
 * The Talos API of one cluster: its machines, its certificates, and one
 * endpoint that stands for all control planes, as behind a virtual address.
 */
export class TalosCluster {
  readonly name: string;
  readonly fleet: FleetDefinition;
  readonly authority: CertificateAuthority;
  readonly machines: readonly SimulatedMachine[];
  readonly #options: TalosClusterOptions;
  readonly #endpoints: Apid[] = [];
  readonly #revoked = new Set<string>();
  /** Of machines that were upgraded. */
  readonly #versions = new Map<string, TalosVersion>();
  readonly #lostMembers = new Set<SimulatedMachine>();

  private constructor(
    options: TalosClusterOptions,
    authority: CertificateAuthority,
  ) {
    this.#options = options;
    this.fleet = options.fleet;
    this.name = options.fleet.cluster;
    this.authority = authority;
    this.machines = options.fleet.machines.map(
      definition =>
        new SimulatedMachine({
          definition,
          fleet: options.fleet,
          clock: options.clock,
          peers: {
            etcdMembers: () =>
              this.machines.filter(
                machine =>
                  machine.isControlPlane && !this.#lostMembers.has(machine),
              ),
            versionOf: name =>
              this.#versions.get(name) ?? options.fleet.version,
            notice: machine => options.onChange?.(machine),
          },
        }),
    );
  }

  static async start(options: TalosClusterOptions): Promise<TalosCluster> {
    const cluster = new TalosCluster(
      options,
      await CertificateAuthority.create(),
    );
    await cluster.#listen(options.port, () =>
      cluster.machines.find(
        ({ isOn, isControlPlane }) => isOn && isControlPlane,
      ),
    );
    return cluster;
  }

  /** Such as `127.0.0.1:7409`. */
  get endpoint(): string {
    return toEndpoint(this.#endpoints[0]);
  }

  /** The machine of this name or address. */
  find(target: string): SimulatedMachine | undefined {
    return this.machines.find(
      ({ definition }) =>
        definition.name === target || definition.address === target,
    );
  }

  /** As {@link find}; throws where there is none. */
  machine(name: string): SimulatedMachine {
    const machine = this.find(name);
    if (!machine) {
      throw new Error(
        `The cluster ${this.name} has no machine ${name}; it has ${this.machines.map(({ definition }) => definition.name).join(', ')}.`,
      );
    }
    return machine;
  }

  /** One more endpoint: that of this machine alone. A worker's forwards nothing. */
  async listenOn(name: string): Promise<string> {
    const machine = this.machine(name);
    const apid = await this.#listen(0, () =>
      machine.isOn ? machine : undefined,
    );
    return toEndpoint(apid);
  }

  /** How the endpoints take connections from now on; those that are open end. */
  setEndpointMode(mode: EndpointMode): void {
    for (const apid of this.#endpoints) {
      apid.mode = mode;
      apid.dropConnections();
    }
  }

  issueClient(options: ClientCertificateOptions): Promise<Credential> {
    return this.authority.issueClient(options);
  }

  /** The certificate is taken no more, and open connections end. */
  revoke({ serialNumber }: Credential): void {
    this.#revoked.add(serialNumber);
    this.#dropConnections();
  }

  /** The endpoints' clock is ahead by this much, or behind: so are their certificates. */
  async skewClock(milliseconds: number): Promise<void> {
    const day = 24 * 60 * 60 * 1000;
    const now = Date.now() + milliseconds;
    const credential = await this.authority.issueServer({
      notBefore: new Date(now - 60_000),
      notAfter: new Date(now + day),
    });
    for (const apid of this.#endpoints) {
      apid.useCredential(credential);
    }
    for (const machine of this.machines) {
      machine.clockOffset = milliseconds;
      machine.refresh();
    }
    this.#dropConnections();
  }

  /** Etcd forgets the member for good. */
  removeEtcdMember(name: string): void {
    const machine = this.machine(name);
    machine.etcd = 'stopped';
    machine.refresh();
    this.#lostMembers.add(machine);
  }

  /**
   * Upgrades a machine as Talos does: it says so, is gone, boots, and runs the
   * new version. Resolves when it runs.
   */
  async upgrade(
    name: string,
    { version, stepMs = 3_000 }: { version: TalosVersion; stepMs?: number },
  ): Promise<void> {
    const machine = this.machine(name);
    machine.stage = 'upgrading';
    machine.refresh();
    await setTimeout(stepMs, undefined, { ref: false });
    machine.powerOff();
    await setTimeout(stepMs, undefined, { ref: false });
    machine.version = version;
    this.#versions.set(machine.definition.name, version);
    machine.powerOn('booting');
    await setTimeout(stepMs, undefined, { ref: false });
    machine.stage = 'running';
    this.machines.filter(({ isOn }) => isOn).forEach(one => one.refresh());
  }

  /** How to reach it with a certificate. */
  toContext(credential: Credential): TalosContext {
    return {
      name: this.name,
      endpoints: [this.endpoint],
      authority: this.authority.certificate,
      credential,
    };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#endpoints.map(apid => apid.stop()));
  }

  #dropConnections(): void {
    this.#endpoints.forEach(apid => apid.dropConnections());
  }

  async #listen(port: number, local: () => SimulatedMachine | undefined) {
    const { faults, system } = this.#options;
    const apid = await Apid.start(`Talos of ${this.name}`, port, {
      authority: this.authority,
      credential: await this.authority.issueServer(),
      local,
      find: target => this.find(target),
      isRevoked: serialNumber => this.#revoked.has(serialNumber),
      takeFault: path =>
        system && faults.take(system, { method: 'POST', url: path }),
    });
    this.#endpoints.push(apid);
    return apid;
  }
}

function toEndpoint(apid: Apid | undefined): string {
  if (!apid) {
    throw new Error('The cluster does not listen yet.');
  }
  return `127.0.0.1:${apid.port}`;
}
