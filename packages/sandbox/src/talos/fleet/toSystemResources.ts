import type { NewResource } from '../cosi/CosiState';
import { listMountedVolumes } from '../machined/storageStatistics';
import { servicesOf } from './servicesOf';
import type { SimulatedMachine } from './SimulatedMachine';
import { atLeast } from './TalosVersion';

/** What runs on the machine, and what it knows of its cluster. */
export function toSystemResources(machine: SimulatedMachine): NewResource[] {
  const { model, version } = machine;
  const { name } = machine.definition;
  const services = servicesOf(machine);
  const broken = services.filter(({ running }) => !running);
  const resource = (
    type: string,
    id: string,
    spec: unknown,
    owner?: string,
  ): NewResource => ({ type, id, spec, owner });
  return [
    resource(
      'MachineStatuses.runtime.talos.dev',
      'machine',
      {
        stage: machine.stage,
        status: {
          ready: machine.stage === 'running' && broken.length === 0,
          unmetConditions: [
            ...(broken.length > 0
              ? [
                  {
                    name: 'services',
                    reason: broken
                      .map(({ id }) => `${id} not running`)
                      .join(', '),
                  },
                ]
              : []),
            ...(machine.stage === 'running'
              ? []
              : [{ name: 'nodeReady', reason: `node "${name}" is not ready` }]),
          ],
        },
      },
      'runtime.MachineStatusController',
    ),
    ...services.map(({ id, running, healthy }) =>
      resource(
        'Services.v1alpha1.talos.dev',
        id,
        { running, healthy: healthy ?? false, unknown: healthy === undefined },
        'v1alpha1.ServiceController',
      ),
    ),
    ...extensionsOf(machine),
    resource('Versions.runtime.talos.dev', 'version', {
      ...(atLeast(version, '1.14') && { name: 'Talos' }),
      version: `v${version}`,
    }),
    resource('SecurityStates.talos.dev', 'securitystate', {
      secureBoot: false,
      selinuxState: 'disabled',
      bootedWithUKI: machine.definition.arch === 'amd64',
      moduleSignatureEnforced: model.kernel.platform !== 'container',
    }),
    resource('PlatformMetadatas.talos.dev', 'platformmetadata', {
      platform: model.kernel.platform,
      hostname: name,
    }),
    resource('KernelCmdlines.runtime.talos.dev', 'cmdline', {
      cmdline: `talos.platform=${model.kernel.platform} console=tty0 init_on_alloc=1 slab_nomerge= pti=on consoleblank=0 talos.config=https://boot.example.test/config?token=${machine.digits('boot token', 16)}`,
    }),
    resource('UniqueMachineTokens.runtime.talos.dev', 'unique-machine-token', {
      token: machine.digits('token', 32),
    }),
    resource('TimeStatuses.v1alpha1.talos.dev', 'node', {
      synced: Math.abs(machine.clockOffset) < 60_000,
      epoch: 1,
      syncDisabled: false,
    }),
    ...(atLeast(version, '1.14')
      ? [
          resource('BootIDs.runtime.talos.dev', 'boot-id', {
            bootID: machine.digits(machine.bootedAt.toISOString(), 32),
          }),
        ]
      : []),
    ...listMountedVolumes(machine).map(({ id, location, target, filesystem }) =>
      resource(
        'MountStatuses.block.talos.dev',
        id,
        {
          spec: { volumeID: id, requesters: ['system'] },
          source: location,
          target,
          filesystem,
          readOnly: false,
        },
        'block.MountController',
      ),
    ),
    ...clusterResources(machine),
    ...networkResources(machine),
  ];
}

function extensionsOf(machine: SimulatedMachine): NewResource[] {
  const { extensions, schematic } = machine.model.kernel;
  const all = [
    ...extensions,
    ...(schematic ? [{ name: 'schematic', version: schematic }] : []),
  ];
  return [
    ...all.map(({ name, version }, index) => ({
      type: 'ExtensionStatuses.runtime.talos.dev',
      id:
        name === 'schematic'
          ? `${String(index).padStart(3, '0')}.schematic`
          : `${String(index).padStart(3, '0')}.ghcr.io-siderolabs-${name}-${version}`,
      spec: {
        image:
          name === 'schematic'
            ? 'schematic.sqsh'
            : `ghcr.io-siderolabs-${name}-${version}.sqsh`,
        metadata: {
          name,
          version,
          author:
            name === 'schematic'
              ? 'Image Factory (https://factory.talos.dev)'
              : 'Sidero Labs',
          description:
            name === 'schematic'
              ? 'Virtual extension which specifies the schematic of the image built with Image Factory.'
              : `This system extension provides ${name}.`,
          compatibility: { talos: { version: '>= v1.5.0' } },
          extraInfo: '',
        },
      },
    })),
    ...(schematic
      ? [
          {
            type: 'ImageFactorySchematics.runtime.talos.dev',
            id: 'image-factory-schematic',
            spec: {
              schematicId: schematic,
              flavor: '',
              apiUrl: 'https://factory.talos.dev',
            },
          },
        ]
      : []),
  ];
}

function clusterResources(machine: SimulatedMachine): NewResource[] {
  const { fleet, definition } = machine;
  const toMachineType = (role: string) =>
    role === 'control-plane' ? 'controlplane' : 'worker';
  return [
    {
      type: 'MachineTypes.config.talos.dev',
      id: 'machine-type',
      spec: toMachineType(definition.role),
    },
    {
      type: 'Identities.cluster.talos.dev',
      id: 'local',
      spec: { nodeId: machine.digits('node id', 44) },
    },
    {
      type: 'Infos.cluster.talos.dev',
      id: 'current',
      spec: { clusterId: '', clusterName: fleet.cluster },
    },
    ...fleet.machines.map(({ name, address, role }) => ({
      type: 'Members.cluster.talos.dev',
      id: name,
      owner: 'cluster.MemberController',
      spec: {
        nodeId: name,
        addresses: [address],
        hostname: name,
        machineType: toMachineType(role),
        operatingSystem: `Talos (v${machine.peers.versionOf(name)})`,
        ...(role === 'control-plane' && { controlPlane: { port: 6443 } }),
      },
    })),
    {
      type: 'Nodenames.kubernetes.talos.dev',
      id: 'nodename',
      spec: { nodename: definition.name, skipNodeRegistration: false },
    },
    {
      type: 'NodeStatuses.kubernetes.talos.dev',
      id: definition.name,
      spec: {
        nodename: definition.name,
        nodeReady: machine.stage === 'running',
        unschedulable: machine.stage === 'upgrading',
      },
    },
    {
      type: 'KubeletStatuses.kubernetes.talos.dev',
      id: 'kubelet',
      spec: { image: `ghcr.io/siderolabs/kubelet:${fleet.kubernetes}` },
    },
    ...(machine.isControlPlane
      ? [
          {
            type: 'EtcdMembers.etcd.talos.dev',
            id: 'local',
            spec: {
              memberID: BigInt(machine.etcdMemberId).toString(16),
            },
          },
        ]
      : []),
  ];
}

function networkResources({
  definition,
  model,
}: SimulatedMachine): NewResource[] {
  const { addressLink } = model.kernel;
  const status = (
    link: string,
    address: string,
    scope: string,
  ): NewResource => ({
    type: 'AddressStatuses.net.talos.dev',
    id: `${link}/${address}`,
    owner: 'network.AddressStatusController',
    spec: {
      address,
      linkName: link,
      family: 'inet4',
      scope,
      flags: 'permanent',
    },
  });
  return [
    {
      type: 'HostnameStatuses.net.talos.dev',
      id: 'hostname',
      spec: { hostname: definition.name, domainname: '' },
    },
    status('lo', '127.0.0.1/8', 'host'),
    status(addressLink, `${definition.address}/24`, 'global'),
    ...['default', 'current', 'routed'].map(id => ({
      type: 'NodeAddresses.net.talos.dev',
      id,
      spec: { addresses: [`${definition.address}/24`] },
    })),
    {
      type: 'NetworkStatuses.net.talos.dev',
      id: 'status',
      spec: {
        addressReady: true,
        connectivityReady: true,
        hostnameReady: true,
        etcFilesReady: true,
      },
    },
  ];
}
