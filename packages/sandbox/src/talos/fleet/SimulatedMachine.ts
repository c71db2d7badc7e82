import { isDeepStrictEqual } from 'node:util';
import { status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import type { Clock } from '../../world/clock';
import { CosiState, type NewResource } from '../cosi/CosiState';
import type { FleetDefinition, MachineDefinition } from './FleetDefinition';
import { digitsOf } from './individualize';
import { type MachineModel, readMachineModel } from './MachineModel';
import { asToldBy, toHardwareResources } from './toHardwareResources';
import { toSystemResources } from './toSystemResources';
import type { TalosVersion } from './TalosVersion';

/** As `MachineStatuses` tell it. */
export type MachineStage =
  'booting' | 'running' | 'rebooting' | 'upgrading' | 'shuttingDown';

/** Those a machine shares its cluster with. */
export interface Peers {
  /** All that etcd has for members, whether they answer or not. */
  etcdMembers(): SimulatedMachine[];
  /** Of the machine of this name, whatever its state. */
  versionOf(name: string): TalosVersion;
  /** They hear of what happened to the machine. */
  notice(machine: SimulatedMachine): void;
}

/** One node: what it is, how it is, and what its machined knows. */
export class SimulatedMachine {
  readonly definition: MachineDefinition;
  readonly fleet: FleetDefinition;
  readonly clock: Clock;
  readonly peers: Peers;
  /** Memory that was taken out, in KiB. */
  missingMemoryKibibytes = 0;
  /** Accepts calls and never answers. */
  hanging = false;
  /** Milliseconds before each answer. */
  delay = 0;
  /** Milliseconds its clock is ahead. */
  clockOffset = 0;
  stage: MachineStage = 'running';
  etcd: 'running' | 'stopped' = 'running';
  etcdAlarm: 'NOSPACE' | 'CORRUPT' | undefined;
  version: TalosVersion;
  bootedAt: Date;
  // Made when first asked for: most of those who start a sandbox ask no machine.
  #hardware: NewResource[] | undefined;
  #state: CosiState | undefined;
  #power: 'on' | 'off' = 'on';
  #life = new AbortController();

  constructor(options: {
    definition: MachineDefinition;
    fleet: FleetDefinition;
    clock: Clock;
    peers: Peers;
  }) {
    this.definition = options.definition;
    this.fleet = options.fleet;
    this.clock = options.clock;
    this.peers = options.peers;
    this.version = options.fleet.version;
    const days = 3 + Number.parseInt(this.digits('uptime', 2), 16) / 8;
    this.bootedAt = new Date(
      options.clock.now().getTime() - days * 24 * 60 * 60 * 1000,
    );
  }

  get model(): MachineModel {
    return readMachineModel(this.definition.model);
  }

  /** What is built into it. */
  get hardware(): readonly NewResource[] {
    this.#hardware ??= toHardwareResources(
      this.model,
      this.identity,
      this.definition,
    );
    return this.#hardware;
  }

  /** What its machined tells, as long as that runs. */
  get state(): CosiState {
    this.#state ??= this.#newState();
    return this.#state;
  }

  /** Unique in all clusters; makes what is the machine's own. */
  get identity(): string {
    return `${this.fleet.cluster}/${this.definition.name}`;
  }

  get isControlPlane(): boolean {
    return this.definition.role === 'control-plane';
  }

  get isOn(): boolean {
    return this.#power === 'on';
  }

  /** Decimal, as etcd names the member; larger than JavaScript's numbers hold. */
  get etcdMemberId(): string {
    return BigInt(`0xf${this.digits('etcd member', 15)}`).toString();
  }

  /** Fires, with the reason as its reason, when what is under way ends because of the machine. */
  get life(): AbortSignal {
    return this.#life.signal;
  }

  digits(purpose: string, count: number): string {
    return digitsOf(this.identity, purpose, count);
  }

  uptimeSeconds(): number {
    return (this.clock.now().getTime() - this.bootedAt.getTime()) / 1000;
  }

  /** Something is built in, instead of what had its type and id. */
  build(resource: NewResource): void {
    this.#hardware = this.hardware.map(built =>
      built.type === resource.type && built.id === resource.id
        ? resource
        : built,
    );
    this.state.put(asToldBy(this.version, resource));
  }

  usableMemoryKibibytes(): number {
    return this.model.kernel.memoryKibibytes - this.missingMemoryKibibytes;
  }

  powerOff(): void {
    this.#power = 'off';
    this.#end('transport is closing');
    this.peers.notice(this);
  }

  /** Starts it when it is off; it boots anew. */
  powerOn(stage: MachineStage = 'running'): void {
    if (!this.isOn) {
      this.#power = 'on';
      this.stage = stage;
      this.bootedAt = this.clock.now();
      this.#state = undefined;
      this.peers.notice(this);
    }
  }

  /** The process of the API alone begins anew: watches end, bookmarks are worth nothing. */
  restartMachined(): void {
    this.#state = undefined;
    this.#end('error reading from server: EOF');
  }

  /** What the machine tells of itself follows what was changed here; what stays the same is no change. */
  refresh(): void {
    for (const resource of toSystemResources(this)) {
      const { id, type, spec } = resource;
      if (!isDeepStrictEqual(this.state.get(type, id)?.spec, spec)) {
        this.state.put(resource);
      }
    }
    this.peers.notice(this);
  }

  /** Why nobody reaches it, as a control plane that dials it says it. */
  unreachable(): ApiError {
    return new ApiError(
      status.UNAVAILABLE,
      `connection error: desc = "transport: Error while dialing: dial tcp ${this.definition.address}:50000: connect: no route to host"`,
    );
  }

  #newState(): CosiState {
    const state = new CosiState({ version: this.version, clock: this.clock });
    for (const resource of [
      ...this.hardware.map(built => asToldBy(this.version, built)),
      ...toSystemResources(this),
    ]) {
      state.put(resource);
    }
    return state;
  }

  #end(reason: string): void {
    this.#life.abort(new ApiError(status.UNAVAILABLE, reason));
    this.#life = new AbortController();
  }
}
