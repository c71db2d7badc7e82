import { atLeast, type TalosVersion } from '../fleet/TalosVersion';

/** One type of resource, as its definition tells it. */
export interface ResourceType {
  /** Such as `Disks.block.talos.dev`. */
  type: string;
  namespace: string;
  /** Readable with `os:admin` alone. */
  sensitive?: boolean;
  /** First version that has it; default: all. */
  since?: TalosVersion;
  aliases?: string[];
}

const inNamespace = (
  namespace: string,
  types: string[],
  more: Pick<ResourceType, 'sensitive' | 'since'> = {},
): ResourceType[] => types.map(type => ({ type, namespace, ...more }));

const allTypes: ResourceType[] = [
  ...inNamespace('meta', [
    'Namespaces.meta.cosi.dev',
    'ResourceDefinitions.meta.cosi.dev',
  ]),
  ...inNamespace('hardware', [
    'PCIDevices.hardware.talos.dev',
    'PCRStatuses.hardware.talos.dev',
    'SystemInformations.hardware.talos.dev',
  ]),
  {
    type: 'Processors.hardware.talos.dev',
    namespace: 'hardware',
    aliases: ['cpus', 'cpu'],
  },
  {
    type: 'MemoryModules.hardware.talos.dev',
    namespace: 'hardware',
    aliases: ['ram'],
  },
  ...inNamespace('hardware', ['CPUCores.hardware.talos.dev'], {
    since: '1.14',
  }),
  ...inNamespace('runtime', [
    'Disks.block.talos.dev',
    'SystemDisks.block.talos.dev',
    'BlockDevices.block.talos.dev',
    'DiscoveredVolumes.block.talos.dev',
    'VolumeStatuses.block.talos.dev',
    'MountStatuses.block.talos.dev',
    'SwapStatuses.block.talos.dev',
    'MachineStatuses.runtime.talos.dev',
    'Services.v1alpha1.talos.dev',
    'ExtensionStatuses.runtime.talos.dev',
    'Versions.runtime.talos.dev',
    'SecurityStates.talos.dev',
    'Diagnostics.runtime.talos.dev',
    'PlatformMetadatas.talos.dev',
    'MetaKeys.runtime.talos.dev',
    'KernelCmdlines.runtime.talos.dev',
    'LoadedKernelModules.runtime.talos.dev',
    'UniqueMachineTokens.runtime.talos.dev',
    'TimeStatuses.v1alpha1.talos.dev',
    'WatchdogTimerStatuses.runtime.talos.dev',
  ]),
  ...inNamespace(
    'runtime',
    [
      'ImageFactorySchematics.runtime.talos.dev',
      'BootIDs.runtime.talos.dev',
      'RebootRequests.runtime.talos.dev',
    ],
    { since: '1.14' },
  ),
  ...inNamespace('runtime', ['APIServiceConfigs.runtime.talos.dev'], {
    since: '1.13',
  }),
  ...inNamespace('storage', ['MDArrayStatuses.storage.talos.dev'], {
    since: '1.14',
  }),
  ...inNamespace('network', [
    'LinkStatuses.net.talos.dev',
    'AddressStatuses.net.talos.dev',
    'HostnameStatuses.net.talos.dev',
    'NodeAddresses.net.talos.dev',
    'NetworkStatuses.net.talos.dev',
    'EthernetStatuses.net.talos.dev',
  ]),
  ...inNamespace('config', ['MachineTypes.config.talos.dev']),
  ...inNamespace('cluster', [
    'Members.cluster.talos.dev',
    'Affiliates.cluster.talos.dev',
    'Identities.cluster.talos.dev',
    'Infos.cluster.talos.dev',
  ]),
  ...inNamespace('etcd', [
    'EtcdMembers.etcd.talos.dev',
    'EtcdSpecs.etcd.talos.dev',
  ]),
  ...inNamespace('k8s', [
    'Nodenames.kubernetes.talos.dev',
    'NodeStatuses.kubernetes.talos.dev',
    'NodeIPs.kubernetes.talos.dev',
  ]),
  ...inNamespace('k8s', ['KubeletStatuses.kubernetes.talos.dev'], {
    since: '1.14',
  }),
  ...inNamespace('perf', [
    'CPUStats.perf.talos.dev',
    'MemoryStats.perf.talos.dev',
  ]),
  ...inNamespace('config', ['MachineConfigs.config.talos.dev'], {
    sensitive: true,
  }),
  ...inNamespace('k8s', ['KubeletSpecs.kubernetes.talos.dev'], {
    sensitive: true,
  }),
  ...inNamespace('network', ['LinkSpecs.net.talos.dev'], { sensitive: true }),
  ...inNamespace('runtime', ['VolumeConfigs.block.talos.dev'], {
    sensitive: true,
  }),
  ...inNamespace(
    'secrets',
    ['ApiCertificates.secrets.talos.dev', 'OSRootSecrets.secrets.talos.dev'],
    { sensitive: true },
  ),
];

/** The types that a version of Talos has, of those the simulator knows. */
export function resourceTypesOf(version: TalosVersion): ResourceType[] {
  return allTypes.filter(
    ({ since }) => since === undefined || atLeast(version, since),
  );
}

/** The spec of the definition of a type. */
export function toDefinitionSpec({
  type,
  namespace,
  sensitive,
  aliases = [],
}: ResourceType) {
  const [plural = type] = type.split('.');
  const singular = plural.replace(/ses$/, 's').replace(/s$/, '');
  return {
    type,
    displayType: singular,
    defaultNamespace: namespace,
    aliases,
    allAliases: [plural.toLowerCase(), singular.toLowerCase(), ...aliases],
    printColumns: [],
    ...(sensitive && { sensitivity: 'sensitive' }),
  };
}
