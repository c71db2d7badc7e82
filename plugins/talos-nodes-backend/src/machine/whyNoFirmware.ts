import type { UnknownReason } from '@internal/plugin-talos-nodes-common';
import type { MachineReading } from './MachineReading';

/** Why the machine's firmware told nothing, where Talos answered. */
export function whyNoFirmware({ version }: MachineReading): UnknownReason {
  return version?.mode === 'container' ? 'container' : 'no-smbios';
}
