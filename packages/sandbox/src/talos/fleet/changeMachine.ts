import type { TalosCluster } from '../TalosCluster';
import {
  breakText,
  buildOversized,
  changeLinkSpeed,
  loseMemoryModule,
  replaceDisk,
} from './changeHardware';
import type { SimulatedMachine } from './SimulatedMachine';

/** What may happen to a machine. */
export const machineChanges = [
  'power-off',
  'power-on',
  'hang',
  'slow',
  'recover',
  'upgrade',
  'restart-machined',
  'stop-etcd',
  'lose-memory-module',
  'replace-disk',
  'slow-link',
  'oversized-answer',
  'broken-text',
] as const;
export type MachineChange = (typeof machineChanges)[number];

/** Lets it happen to the machine of the name. Throws where the machine cannot, with why. */
export function changeMachine(
  cluster: TalosCluster,
  name: string,
  change: MachineChange,
): void {
  const machine = cluster.machine(name);
  switch (change) {
    case 'power-off':
      machine.powerOff();
      return;
    case 'power-on':
      machine.powerOn();
      return;
    case 'hang':
      machine.hanging = true;
      return;
    case 'slow':
      machine.delay = 3_000;
      return;
    case 'recover':
      recover(machine);
      return;
    case 'upgrade':
      // Who asked is answered at once; the machine takes its time.
      void cluster.upgrade(name, { version: nextPatch(machine.version) });
      return;
    case 'restart-machined':
      machine.restartMachined();
      return;
    case 'stop-etcd':
      machine.etcd = 'stopped';
      machine.refresh();
      return;
    case 'lose-memory-module':
      loseMemoryModule(machine);
      return;
    case 'replace-disk':
      replaceDisk(machine);
      return;
    case 'slow-link':
      changeLinkSpeed(machine, 100);
      return;
    case 'oversized-answer':
      buildOversized(machine);
      return;
    default:
      breakText(machine);
  }
}

/** It is on, answers at once, and its etcd runs; what is built in stays. */
function recover(machine: SimulatedMachine): void {
  machine.powerOn();
  machine.hanging = false;
  machine.delay = 0;
  machine.etcd = 'running';
  machine.refresh();
}

/** `1.12.6` → `1.12.7` */
function nextPatch(version: string): string {
  const parts = version.split('.');
  return [...parts.slice(0, 2), Number(parts[2] ?? 0) + 1].join('.');
}
