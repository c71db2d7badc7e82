import type { UnknownReason } from '@internal/plugin-talos-nodes-common';
import type { MachineReading, WatchedListings } from './MachineReading';

/** A machine of which nothing was read, for that reason. */
export function unreadMachine(reason: UnknownReason): MachineReading {
  const missing = { known: false, reason } as const;
  return {
    listings: {
      systemInformations: missing,
      processors: missing,
      memoryModules: missing,
      pciDevices: missing,
      disks: missing,
      systemDisks: missing,
      discoveredVolumes: missing,
      volumeStatuses: missing,
      links: missing,
      addresses: missing,
      extensions: missing,
      schematics: missing,
      securityStates: missing,
      platformMetadatas: missing,
      kernelCmdlines: missing,
      machineTypes: missing,
      identities: missing,
      timeStatuses: missing,
    },
  };
}

/** As `unreadMachine`, of what is watched. */
export function unreadWatched(reason: UnknownReason): WatchedListings {
  const missing = { known: false, reason } as const;
  return { machineStatuses: missing, services: missing, diagnostics: missing };
}
