import type { Clock } from '../../world/clock';
import type {
  CephDefinition,
  StorageDevice,
} from '../definition/CephDefinition';
import { advance } from './advance';
import { type CephState, isRunning } from './CephState';
import type { CephStatus } from './CephStatus';
import { observeCeph } from './observeCeph';
import { type Osd, toDaemonName } from './Osd';
import { placeShards, noOsd } from './placeShards';
import { type PlacementGroup, toSizes } from './PlacementGroup';

/** One simulated Ceph cluster: what happens to it, and how it is. */
export class SimulatedCeph {
  readonly definition: CephDefinition;
  readonly devices: readonly StorageDevice[];
  readonly #state: CephState;
  readonly #clock: Clock;
  #lastKnown: CephStatus;

  constructor(options: {
    definition: CephDefinition;
    /** One OSD on each, numbered in this order. */
    devices: StorageDevice[];
    clock: Clock;
  }) {
    const { definition, devices, clock } = options;
    const now = clock.now();
    this.definition = definition;
    this.devices = devices;
    this.#clock = clock;
    const osds: Osd[] = devices.map((device, id) => ({
      id,
      device,
      pod: `rook-ceph-osd-${id}`,
      in: true,
      upFrom: 10 + id,
      downAt: 0,
    }));
    this.#state = {
      definition,
      osds,
      groups: definition.pools.flatMap((_pool, index) =>
        toGroups(definition, index, osds),
      ),
      startedAt: now,
      silentNodes: new Set(),
      stoppedDaemons: new Set(),
      evictedDaemons: new Set(),
      flags: new Set(),
      nodeFlags: new Map(),
      mutes: new Map(),
      epoch: 120,
      election: 14,
      quorumSince: now,
      settledAt: now,
    };
    this.#lastKnown = observeCeph(this.#state, now);
  }

  /** How it is now, whether anybody can tell or not. */
  observe(): CephStatus {
    const now = this.#clock.now();
    advance(this.#state, now);
    const status = observeCeph(this.#state, now);
    if (status.hasQuorum) {
      this.#rememberStates(status);
      this.#lastKnown = status;
    }
    return status;
  }

  /** What the manager knows: without a quorum, what it heard last. */
  observeAsManager(): CephStatus {
    const status = this.observe();
    return status.hasQuorum ? status : this.#lastKnown;
  }

  /** Ids of all OSDs, in order. */
  get osdIds(): number[] {
    return this.#state.osds.map(({ id }) => id);
  }

  osd(id: number): Readonly<Osd> {
    const osd = this.#state.osds.find(one => one.id === id);
    if (!osd) {
      throw new Error(
        `The Ceph cluster of ${this.definition.cluster} has no osd.${id}; it has ${this.osdIds.map(one => `osd.${one}`).join(', ')}.`,
      );
    }
    return osd;
  }

  putOsdOut(id: number): void {
    this.#changeOsd(id, osd => {
      osd.in = false;
    });
  }

  takeOsdIn(id: number): void {
    this.#changeOsd(id, osd => {
      osd.in = true;
    });
  }

  /** Nobody hears of a machine any more, or somebody does again. */
  setSilent(node: string, isSilent: boolean): void {
    if (this.#state.silentNodes.has(node) === isSilent) {
      return;
    }
    this.#change(state => {
      if (isSilent) {
        state.silentNodes.add(node);
      } else {
        state.silentNodes.delete(node);
      }
    });
  }

  /** All at the same moment; such as `osd.0`, `mon.c` or `mgr.a`. */
  stopDaemons(...daemons: string[]): void {
    this.#change(state =>
      daemons.forEach(daemon => state.stoppedDaemons.add(daemon)),
    );
  }

  startDaemon(daemon: string): void {
    this.#change(state => state.stoppedDaemons.delete(daemon));
  }

  setFlag(flag: string, isSet: boolean): void {
    this.#change(state => {
      if (isSet) {
        state.flags.add(flag);
      } else {
        state.flags.delete(flag);
      }
    });
  }

  /** Flags of one host in CRUSH, such as Rook sets before a drain; none removes them. */
  setNodeFlags(host: string, flags: string[]): void {
    this.#change(state => {
      if (flags.length > 0) {
        state.nodeFlags.set(host, flags);
      } else {
        state.nodeFlags.delete(host);
      }
    });
  }

  /** Somebody does not want to see a check that fails, for so long. */
  mute(code: string, seconds: number): void {
    const check = this.observe().checks.find(one => one.code === code);
    if (check) {
      this.#state.mutes.set(code, {
        code,
        until: new Date(this.#clock.now().getTime() + seconds * 1000),
        summary: check.message,
        count: check.count,
      });
    }
  }

  /** Somebody writes until this share of the raw space is used; undefined deletes it again. */
  fillTo(share: number | undefined): void {
    this.#change(state => {
      state.fillTo = share;
    });
  }

  /** A scrub finds objects that differ in the placement group. */
  damage(group: string): void {
    this.#change(({ groups }) => {
      for (const one of groups.filter(({ id }) => id === group)) {
        one.inconsistent = true;
      }
    });
  }

  /** An OSD was away for so long that it lacks this share of what it should have. */
  loseCopies(id: number, share: number): void {
    this.osd(id);
    this.#change(({ groups }) => {
      for (const { missing } of groups.filter(one => one.missing.has(id))) {
        missing.set(id, share);
      }
    });
  }

  /** All daemons run again, and what somebody did is undone; copies are made whole as time passes. */
  repair(): void {
    this.#change(state => {
      state.stoppedDaemons.clear();
      state.flags.clear();
      state.nodeFlags.clear();
      state.mutes.clear();
      state.fillTo = undefined;
      for (const osd of state.osds) {
        osd.in = true;
      }
      for (const group of state.groups) {
        group.inconsistent = false;
      }
    });
  }

  /** All copies that can be reached are whole at once. */
  finishRepairs(): void {
    this.#change(({ groups, osds }) => {
      for (const { missing, filling } of groups) {
        filling.clear();
        for (const { id } of osds.filter(osd => osd.downSince === undefined)) {
          if (missing.has(id)) {
            missing.set(id, 0);
          }
        }
      }
    });
  }

  /** Somebody ended the daemon. */
  isStopped(daemon: string): boolean {
    return this.#state.stoppedDaemons.has(daemon);
  }

  /** Those whose pods had to leave their machine, and no others. */
  setEvicted(daemons: ReadonlySet<string>): void {
    const { evictedDaemons } = this.#state;
    if (
      [...daemons].toSorted().join() !== [...evictedDaemons].toSorted().join()
    ) {
      this.#change(state => {
        state.evictedDaemons = daemons;
      });
    }
  }

  /** An OSD tells in which pod it runs. */
  setPod(id: number, pod: string): void {
    for (const osd of this.#state.osds.filter(one => one.id === id)) {
      osd.pod = pod;
    }
  }

  #changeOsd(id: number, change: (osd: Osd) => void): void {
    this.osd(id);
    this.#change(({ osds }) =>
      osds.filter(osd => osd.id === id).forEach(change),
    );
  }

  #change(change: (state: CephState) => void): void {
    const before = this.observe();
    change(this.#state);
    const now = this.#clock.now();
    this.#state.epoch += 1;
    for (const osd of this.#state.osds) {
      const isUp = isRunning(this.#state, toDaemonName(osd), osd.device.node);
      if (isUp && osd.downSince) {
        osd.downSince = undefined;
        osd.upFrom = this.#state.epoch;
      } else if (!isUp && !osd.downSince) {
        osd.downSince = now;
        osd.downAt = this.#state.epoch;
      }
    }
    const after = observeCeph(this.#state, now);
    const toQuorum = ({ monitors }: CephStatus) =>
      monitors.map(({ inQuorum }) => inQuorum).join();
    if (toQuorum(before) !== toQuorum(after)) {
      this.#state.election += 2;
      this.#state.quorumSince = now;
    }
  }

  #rememberStates(status: CephStatus): void {
    for (const group of this.#state.groups) {
      const state = status.groups.find(({ id }) => id === group.id)?.state;
      group.lastState = state ?? group.lastState;
    }
  }
}

function toGroups(
  { pools }: CephDefinition,
  index: number,
  osds: Osd[],
): PlacementGroup[] {
  return pools.slice(index, index + 1).flatMap(definition =>
    Array.from({ length: definition.placementGroups }, (_, number) => {
      const pool = index + 1;
      const { size } = toSizes(definition);
      const placed = placeShards(
        osds,
        { pool, number },
        { size, keepsPlaces: definition.redundancy.kind === 'erasure' },
      );
      return {
        id: `${pool}.${number.toString(16)}`,
        pool,
        number,
        definition,
        missing: new Map(
          placed.filter(id => id !== noOsd).map(id => [id, 0] as const),
        ),
        filling: new Map(),
        inconsistent: false,
        lastState: 'active+clean',
      };
    }),
  );
}
