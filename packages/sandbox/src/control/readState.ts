import { connect } from 'node:net';
import { faultSystems, type Fault, type FaultSystem } from '../world/faults';
import type { Cluster } from '../kubernetes/Cluster';
import type { Talos } from '../talos/startTalos';
import type { World } from '../world/World';
import type { StartedCeph } from '../ceph/startCeph';
import { type CephClusterState, readCeph } from './readCeph';
import { type MachineState, readMachines } from './readMachines';

export interface SystemState {
  system: FaultSystem;
  /** Address of the system; undefined while it is not part of this sandbox. */
  url?: string;
  /** `up` when somebody takes connections at the address. */
  health: 'up' | 'down';
  faults: Fault[];
}

export interface SandboxState {
  systems: SystemState[];
  portalUrl: string;
  machines: MachineState[];
  /** Nodes, as `<cluster>/<name>`. */
  cordoned: string[];
  ceph: CephClusterState[];
  platforms: {
    id: string;
    repositoryUrl: string;
    openPullRequests: number;
  }[];
}

/** What runs, how it is, and which faults are set. Asks no system, so that it uses up no fault. */
export async function readState(
  world: World,
  {
    urls,
    portalUrl,
    talos,
    clusters,
    ceph,
  }: {
    urls: Partial<Record<FaultSystem, string>>;
    portalUrl: string;
    talos: Talos;
    clusters: ReadonlyMap<string, Cluster>;
    ceph: Record<string, StartedCeph>;
  },
): Promise<SandboxState> {
  const faults = world.faults.list();
  return {
    systems: await Promise.all(
      faultSystems.map(async system => ({
        system,
        url: urls[system],
        health: (await takesConnections(urls[system])) ? 'up' : 'down',
        faults: faults.filter(fault => fault.system === system),
      })),
    ),
    portalUrl,
    machines: readMachines(talos),
    cordoned: [...clusters].flatMap(([cluster, { cordoned }]) =>
      cordoned.map(node => `${cluster}/${node}`),
    ),
    ceph: readCeph(ceph),
    platforms: world.platforms.map(({ id, repository }) => ({
      id,
      repositoryUrl: `${urls.forge}/${repository.fullName}`,
      openPullRequests: world.forge.pullRequests.filter(
        candidate =>
          candidate.repository === repository.fullName &&
          candidate.state === 'open',
      ).length,
    })),
  };
}

function takesConnections(url: string | undefined): Promise<boolean> {
  if (url === undefined) {
    return Promise.resolve(false);
  }
  return new Promise(resolve => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const finish = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
