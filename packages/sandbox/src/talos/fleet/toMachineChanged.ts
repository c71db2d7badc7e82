import type { MachineChanged } from '../../world/events';
import type { SimulatedMachine } from './SimulatedMachine';

/** What the rest of the world sees of the machine. */
export function toMachineChanged(machine: SimulatedMachine): MachineChanged {
  const { extensions, schematic } = machine.model.kernel;
  return {
    type: 'machine-changed',
    cluster: machine.fleet.cluster,
    node: machine.definition.name,
    kubelet: toKubelet(machine),
    talos: `v${machine.version}`,
    labels: Object.fromEntries(
      extensions.map(({ name, version }) => [
        `extensions.talos.dev/${name}`,
        version,
      ]),
    ),
    // Too long for a label.
    annotations: schematic
      ? { 'extensions.talos.dev/schematic': schematic }
      : {},
  };
}

function toKubelet(machine: SimulatedMachine): MachineChanged['kubelet'] {
  if (!machine.isOn) {
    return 'silent';
  }
  return machine.stage === 'running' ? 'ready' : 'not-ready';
}
