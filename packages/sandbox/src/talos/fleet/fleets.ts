import type { ClusterDefinition } from '../../kubernetes/Cluster';
import type { SimulatedNode } from '../../kubernetes/nodes';
import { simulatedPlatforms } from '../../platforms/simulatedPlatforms';
import type { FleetDefinition, MachineDefinition } from './FleetDefinition';

const edgitModels: Record<string, string> = {
  'talos-cp-100': 'small-server',
  'talos-cp-101': 'small-server',
  'talos-cp-102': 'qemu',
  'talos-wk-103': 'tower-server',
  'talos-wk-104': 'tower-server',
  'talos-wk-150': 'rack-server-ecc',
  'talos-wk-151': 'container',
  gx10: 'gx10',
};

/** What Kubernetes and Git do not tell of a machine, by cluster. */
const modelOf: Record<
  string,
  (
    node: SimulatedNode,
    index: number,
  ) => Pick<MachineDefinition, 'model' | 'hardwareAddress' | 'osdDisk'>
> = {
  edgit: ({ name }, index) => ({
    model: edgitModels[name] ?? 'small-server',
    hardwareAddress: `02:00:5e:0e:${toByte(index)}`,
  }),
  pitower: ({ labels }, index) => {
    const model = labels?.['pitower.link/model'] ?? 'small-server';
    return {
      model,
      hardwareAddress: `02:00:5e:0f:${toByte(index)}`,
      ...(model === 'acemagician-am06' && { osdDisk: 'nvme0n1' }),
    };
  },
  infra: (_node, index) => ({
    model: 'storage-server',
    hardwareAddress: `02:00:5e:11:${toByte(index)}`,
    osdDisk: 'nvme1n1',
  }),
  apps: (_node, index) => ({
    model: 'storage-server',
    hardwareAddress: `02:00:5e:14:${toByte(index)}`,
  }),
};

/** Of the one machine whose address nobody wrote down: only Talos tells it. */
const addresses: Record<string, string> = { gx10: '192.168.0.160' };

/** The machines of all simulated clusters, as Talos sees them. */
export function simulatedFleets(): FleetDefinition[] {
  return simulatedPlatforms.flatMap(({ clusters }) => clusters).map(toFleet);
}

/** The machines of one of them. */
export function toFleet({
  name,
  versions,
  nodes,
}: ClusterDefinition): FleetDefinition {
  return {
    cluster: name,
    version: versions.talos.replace(/^v/, ''),
    kubernetes: versions.kubernetes,
    machines: nodes.map((node, index) => ({
      name: node.name,
      address: node.address ?? addresses[node.name] ?? '192.168.0.199',
      role: node.role,
      arch: node.arch,
      ...(modelOf[name]?.(node, index) ?? {
        model: 'small-server',
        hardwareAddress: `02:00:5e:20:${toByte(index)}`,
      }),
    })),
  };
}

function toByte(index: number): string {
  return index.toString(16).padStart(2, '0');
}
