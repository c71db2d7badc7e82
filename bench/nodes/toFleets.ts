import type { FleetDefinition } from '@internal/sandbox';

/** Machines of one cluster; more would make a cluster nobody runs. */
const machinesPerCluster = 100;
const controlPlanes = 3;
const models = [
  'acemagician-am06',
  'rack-server-ecc',
  'raspberry-pi-4',
  'small-server',
  'storage-server',
  'thinkpad-t440p',
  'tower-server',
];

/** So many machines, in clusters. */
export function toFleets(count: number): FleetDefinition[] {
  const clusters = Math.ceil(count / machinesPerCluster);
  return Array.from({ length: clusters }, (_, cluster) => ({
    cluster: `cluster-${cluster}`,
    version: '1.12.4' as const,
    kubernetes: 'v1.35.3',
    machines: Array.from(
      { length: Math.min(machinesPerCluster, count) },
      (_machine, index) => ({
        name: `machine-${index}`,
        address: `10.${cluster}.0.${index + 1}`,
        role:
          index < controlPlanes
            ? ('control-plane' as const)
            : ('worker' as const),
        arch: 'amd64' as const,
        model: models[index % models.length],
        hardwareAddress: `02:00:5e:${toByte(cluster)}:${toByte(index)}`,
      }),
    ),
  }));
}

function toByte(number: number): string {
  return number.toString(16).padStart(2, '0');
}
