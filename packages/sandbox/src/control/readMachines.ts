import type { Talos } from '../talos/startTalos';

/** How one simulated machine is. */
export interface MachineState {
  cluster: string;
  name: string;
  role: 'control-plane' | 'worker';
  version: string;
  /** In a few words; empty when all is as it should be. */
  trouble: string;
}

/** All machines, cluster by cluster. */
export function readMachines(talos: Talos): MachineState[] {
  return talos.clusters.flatMap(cluster =>
    cluster.machines.map(machine => ({
      cluster: cluster.name,
      name: machine.definition.name,
      role: machine.definition.role,
      version: machine.version,
      trouble: [
        !machine.isOn && 'off',
        machine.hanging && 'never answers',
        machine.delay > 0 && `answers after ${machine.delay} ms`,
        machine.stage !== 'running' && machine.stage,
        machine.etcd === 'stopped' && 'etcd stopped',
      ]
        .filter(trouble => trouble !== false)
        .join(', '),
    })),
  );
}
