import type { SimulatedMachine } from './SimulatedMachine';

/** A service of Talos; one without a health check has no `healthy`. */
export interface MachineService {
  id: string;
  running: boolean;
  healthy?: boolean;
}

/** What Talos itself runs on the machine, by its role. */
export function servicesOf(machine: SimulatedMachine): MachineService[] {
  const isUp = machine.stage === 'running';
  const checked = (id: string, running = true) => ({
    id,
    running,
    healthy: running,
  });
  return [
    checked('apid'),
    { id: 'auditd', running: true, healthy: true },
    checked('containerd'),
    checked('cri'),
    ...(machine.isControlPlane
      ? [checked('etcd', isUp && machine.etcd === 'running')]
      : []),
    checked('kubelet', isUp),
    checked('machined'),
    { id: 'syslogd', running: true, healthy: true },
    ...(machine.isControlPlane ? [checked('trustd')] : []),
    ...(machine.model.kernel.platform === 'container'
      ? []
      : [checked('udevd')]),
    ...(machine.model.kernel.extensions.some(
      ({ name }) => name === 'iscsi-tools',
    )
      ? [{ id: 'ext-iscsid', running: true }]
      : []),
  ];
}
