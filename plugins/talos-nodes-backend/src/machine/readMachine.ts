import type { UnknownReason } from '@internal/plugin-talos-nodes-common';
import type { CallOptions } from '@connectrpc/connect';
import { listResources } from '../talos/listResources';
import {
  type ResourceKind,
  type TalosResource,
  talosResources,
} from '../talos/resources';
import type { MountsResponse } from '../talos/protocol/machine_pb';
import type { TalosClient } from '../talos/TalosClient';
import type { TalosEndpoint } from '../talos/TalosEndpoint';
import type { TalosFailure } from '../talos/TalosFailure';
import type { MachineReading, Mount, WatchedListings } from './MachineReading';

/** Asks a machine for all that changes seldom. Parts that fail say why. */
export async function readMachine(
  client: TalosClient,
  node: string,
  signal: AbortSignal,
): Promise<MachineReading> {
  const list = <T>(kind: ResourceKind<T>) =>
    readListing(client, node, kind, signal);
  const ask = async <T>(
    call: (endpoint: TalosEndpoint, options: CallOptions) => Promise<T>,
  ) => {
    const answer = await client.call(node, signal, call);
    return answer.ok ? answer.value : undefined;
  };
  const [version, memory, processors, mounts] = await Promise.all([
    ask(({ machine }, options) => machine.version({}, options)),
    ask(({ machine }, options) => machine.memory({}, options)),
    ask(({ machine }, options) => machine.cPUInfo({}, options)),
    ask(({ machine }, options) => machine.mounts({}, options)),
  ]);
  const told = version?.messages.at(0);
  const kibibytes = memory?.messages.at(0)?.meminfo?.memtotal ?? 0n;
  return {
    version: told?.version && {
      tag: told.version.tag,
      architecture: told.version.arch,
      mode: told.platform?.mode ?? '',
    },
    memoryBytes: kibibytes > 0n ? Number(kibibytes) * 1024 : undefined,
    threads: processors?.messages.at(0)?.cpuInfo.map(info => ({
      model: info.modelName,
      physicalId: info.physicalId,
      coreId: info.coreId,
    })),
    mounts: mounts && toMounts(mounts),
    listings: await readListings(list),
  };
}

/** Of a device that is mounted several times, the first mount. */
function toMounts({ messages }: MountsResponse): MachineReading['mounts'] {
  const mounts = new Map<string, Mount>();
  for (const stat of messages.at(0)?.stats ?? []) {
    const { filesystem, mountedOn, size, available } = stat;
    if (!filesystem.startsWith('/dev/') || mounts.has(filesystem)) continue;
    mounts.set(filesystem, {
      path: mountedOn,
      sizeBytes: Number(size),
      availableBytes: Number(available),
    });
  }
  return mounts;
}

/** Asks a machine for what is watched otherwise. */
export async function readWatched(
  client: TalosClient,
  node: string,
  signal: AbortSignal,
): Promise<WatchedListings> {
  const [machineStatuses, services, diagnostics] = await Promise.all([
    readListing(client, node, talosResources.machineStatuses, signal),
    readListing(client, node, talosResources.services, signal),
    readListing(client, node, talosResources.diagnostics, signal),
  ]);
  return { machineStatuses, services, diagnostics };
}

type ReadListing<T> =
  | { known: true; items: TalosResource<T>[] }
  | { known: false; reason: UnknownReason };

async function readListing<T>(
  client: TalosClient,
  node: string,
  kind: ResourceKind<T>,
  signal: AbortSignal,
): Promise<ReadListing<T>> {
  const answer = await listResources(client, node, kind, signal);
  return answer.ok
    ? { known: true, items: answer.value }
    : { known: false, reason: toUnknownReason(answer.failure) };
}

async function readListings(
  list: <T>(kind: ResourceKind<T>) => Promise<ReadListing<T>>,
): Promise<MachineReading['listings']> {
  const all = talosResources;
  const [systemInformations, processors, memoryModules, pciDevices] =
    await Promise.all([
      list(all.systemInformations),
      list(all.processors),
      list(all.memoryModules),
      list(all.pciDevices),
    ]);
  const [disks, systemDisks, discoveredVolumes, volumeStatuses] =
    await Promise.all([
      list(all.disks),
      list(all.systemDisks),
      list(all.discoveredVolumes),
      list(all.volumeStatuses),
    ]);
  const [links, addresses, extensions, schematics, securityStates] =
    await Promise.all([
      list(all.links),
      list(all.addresses),
      list(all.extensions),
      list(all.schematics),
      list(all.securityStates),
    ]);
  const [platforms, kernelCmdlines, machineTypes, identities, timeStatuses] =
    await Promise.all([
      list(all.platformMetadatas),
      list(all.kernelCmdlines),
      list(all.machineTypes),
      list(all.identities),
      list(all.timeStatuses),
    ]);
  return {
    systemInformations,
    processors,
    memoryModules,
    pciDevices,
    disks,
    systemDisks,
    discoveredVolumes,
    volumeStatuses,
    links,
    addresses,
    extensions,
    schematics,
    securityStates,
    platformMetadatas: platforms,
    kernelCmdlines,
    machineTypes,
    identities,
    timeStatuses,
  };
}

function toUnknownReason(failure: TalosFailure): UnknownReason {
  switch (failure.reason) {
    case 'not-allowed':
      return failure.meaning === 'role' ? 'not-allowed' : 'too-old';
    case 'not-found':
    case 'unsupported':
      return 'too-old';
    default:
      return 'not-reachable';
  }
}
