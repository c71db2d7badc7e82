import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Clock, createClock } from '../world/clock';
import { createFaults, type Faults, type FaultSystem } from '../world/faults';
import type { FleetDefinition } from './fleet/FleetDefinition';
import { simulatedFleets } from './fleet/fleets';
import type { SimulatedMachine } from './fleet/SimulatedMachine';
import {
  CertificateAuthority,
  type Credential,
} from './pki/CertificateAuthority';
import { writeTalosconfig } from './pki/writeTalosconfig';
import { TalosCluster } from './TalosCluster';

/** Whose certificate a talosconfig holds. */
export const talosPersons = [
  'reader',
  'admin',
  /** A certificate without any role. */
  'nobody',
  /** One that servers may use as well. */
  'wrong-usage',
  'expired',
  /** One of another authority. */
  'stranger',
] as const;
export type TalosPerson = (typeof talosPersons)[number];

export interface TalosOptions {
  /** Where the talosconfigs are written; it has to be removed by the caller. */
  stateDir: string;
  /** Where the reader's talosconfig is written instead; removed at the end. */
  readerConfig?: string;
  /** Default: the fleets of all simulated clusters. */
  fleets?: FleetDefinition[];
  /** By cluster; default: free ones. */
  ports?: Record<string, number | undefined>;
  /** Default: real time. */
  clock?: Clock;
  faults?: Faults;
  /** Is told whenever a machine went, came back or changed its stage or version. */
  onChange?(machine: SimulatedMachine): void;
  /** Under what name faults of a cluster are set, by cluster. */
  systems?: Record<string, FaultSystem | undefined>;
}

export interface Talos {
  clusters: readonly TalosCluster[];
  /** Throws where there is none of the name. */
  cluster(name: string): TalosCluster;
  /** Files with one context per cluster, by whose certificates they hold. */
  talosconfigs: Record<TalosPerson, string>;
  /**
   * The reader gets new certificates, in the file; the old ones are worth
   * nothing from then on, and whoever is connected has to connect anew.
   */
  rotateCertificates(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the Talos API of each cluster. Rejects, with nothing left running, when a port is taken. */
export async function startTalos(options: TalosOptions): Promise<Talos> {
  const clock = options.clock ?? createClock();
  const faults = options.faults ?? createFaults();
  const clusters: TalosCluster[] = [];
  const stop = async () => {
    await Promise.all(clusters.map(cluster => cluster.stop()));
    if (options.readerConfig) {
      await rm(options.readerConfig, { force: true });
    }
  };
  try {
    await mkdir(options.stateDir, { recursive: true });
    for (const fleet of options.fleets ?? simulatedFleets()) {
      clusters.push(
        await TalosCluster.start({
          fleet,
          port: options.ports?.[fleet.cluster] ?? 0,
          clock,
          faults,
          onChange: options.onChange,
          system: options.systems?.[fleet.cluster],
        }),
      );
    }
    const talosconfigs = toPaths(options.stateDir);
    if (options.readerConfig) {
      await mkdir(dirname(options.readerConfig), { recursive: true });
      talosconfigs.reader = options.readerConfig;
    }
    let readers = await issueAll(clusters, 'reader');
    await writeContexts(talosconfigs.reader, readers);
    await Promise.all(
      talosPersons
        .filter(person => person !== 'reader')
        .map(async person =>
          writeContexts(talosconfigs[person], await issueAll(clusters, person)),
        ),
    );
    return {
      clusters,
      cluster: name => {
        const found = clusters.find(cluster => cluster.name === name);
        if (!found) {
          throw new Error(`No cluster ${name} is simulated.`);
        }
        return found;
      },
      talosconfigs,
      rotateCertificates: async () => {
        const old = readers;
        readers = await issueAll(clusters, 'reader');
        await writeContexts(talosconfigs.reader, readers);
        for (const [cluster, credential] of old) {
          cluster.revoke(credential);
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function toPaths(stateDir: string): Record<TalosPerson, string> {
  const path = (person: TalosPerson) => join(stateDir, `talosconfig-${person}`);
  return {
    reader: path('reader'),
    admin: path('admin'),
    nobody: path('nobody'),
    'wrong-usage': path('wrong-usage'),
    expired: path('expired'),
    stranger: path('stranger'),
  };
}

async function issueAll(
  clusters: TalosCluster[],
  person: TalosPerson,
): Promise<Map<TalosCluster, Credential>> {
  return new Map(
    await Promise.all(
      clusters.map(async (cluster): Promise<[TalosCluster, Credential]> => [
        cluster,
        await issue(cluster, person),
      ]),
    ),
  );
}

async function issue(
  cluster: TalosCluster,
  person: TalosPerson,
): Promise<Credential> {
  const hour = 60 * 60 * 1000;
  const reader = { roles: ['os:reader'] };
  switch (person) {
    case 'admin':
      return cluster.issueClient({ roles: ['os:admin'] });
    case 'nobody':
      return cluster.issueClient({ roles: [] });
    case 'wrong-usage':
      return cluster.issueClient({ ...reader, usage: ['client', 'server'] });
    case 'expired':
      return cluster.issueClient({
        ...reader,
        notBefore: new Date(Date.now() - 7 * hour),
        notAfter: new Date(Date.now() - hour),
      });
    case 'stranger':
      return (await CertificateAuthority.create()).issueClient(reader);
    default:
      return cluster.issueClient(reader);
  }
}

async function writeContexts(
  path: string,
  credentials: Map<TalosCluster, Credential>,
): Promise<void> {
  await writeTalosconfig(
    path,
    [...credentials].map(([cluster, credential]) =>
      cluster.toContext(credential),
    ),
  );
}
