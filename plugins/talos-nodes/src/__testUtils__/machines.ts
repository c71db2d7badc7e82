import {
  Disk,
  Fact,
  FactSource,
  Hardware,
  NodeDetail,
  UnknownReason,
} from '@internal/plugin-talos-nodes-common';

const gibibyte = 1024 ** 3;

export function known<T>(
  value: T,
  source: FactSource = 'talos',
  raw?: string,
): Fact<T> {
  return raw === undefined
    ? { known: true, value, source }
    : { known: true, value, source, raw };
}

export function unknown(reason: UnknownReason): {
  known: false;
  reason: UnknownReason;
} {
  return { known: false, reason };
}

const noSmbios = unknown('no-smbios');
const notReported = unknown('not-reported');
const notConfigured = unknown('not-configured');

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

type Module = Hardware['memory']['modules'][number];
type Link = Hardware['links'][number];

const emptySlot = (slot: string, bank?: string): Module => ({
  slot,
  bank,
  populated: false,
  sizeBytes: notReported,
  speed: notReported,
  manufacturer: notReported,
  partNumber: notReported,
  serial: notReported,
});

function buildDisk(parts: Partial<Disk> & Pick<Disk, 'name' | 'class'>): Disk {
  return {
    sizeBytes: 512_110_190_592,
    model: known('Kingston SNV2S500G'),
    serial: known('50026B7686EXAMPL'),
    wwid: known('eui.00000000000000000026b7686example'),
    firmware: unknown('too-old'),
    transport: known('nvme'),
    system: true,
    readOnly: false,
    partitions: [],
    temperatureCelsius: notConfigured,
    healthy: notConfigured,
    ...parts,
  };
}

function buildLink(parts: Partial<Link>): Link {
  return {
    name: 'enp1s0',
    kind: 'physical',
    macAddress: '02:00:5e:00:00:10',
    up: true,
    speedMegabits: known(1000),
    duplex: known('Full'),
    driver: 'r8169',
    product: 'RTL8111 PCI Express Gigabit Ethernet Controller',
    firmware: 'rtl8168h-2_0.0.2',
    mtu: 1500,
    addresses: ['10.20.0.31/24'],
    ...parts,
  };
}

const talosPartitions = (disk: string, megabytes: number) => [
  { name: `${disk}1`, label: 'EFI', sizeBytes: 105_906_176, content: 'vfat' },
  {
    name: `${disk}2`,
    label: 'META',
    volume: 'META',
    volumePhase: 'ready',
    sizeBytes: 1_048_576,
    content: 'talosmeta',
  },
  {
    name: `${disk}3`,
    label: 'STATE',
    volume: 'STATE',
    volumePhase: 'ready',
    sizeBytes: 104_857_600,
    content: 'xfs',
  },
  {
    name: `${disk}4`,
    label: 'EPHEMERAL',
    volume: 'EPHEMERAL',
    volumePhase: 'ready',
    sizeBytes: megabytes * 1_000_000,
    content: 'xfs',
  },
];

const condition = (type: string, status: 'True' | 'False') => ({
  type,
  status,
  reason: `Kubelet${type}`,
  message: `kubelet has ${status === 'True' ? '' : 'no '}${type}`,
  since: minutesAgo(60 * 24 * 9),
});

/** A mini PC with an NVMe disk, of which everything is known. */
export function buildMachine(parts: Partial<NodeDetail> = {}): NodeDetail {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    name: 'acemagician-1',
    entityRef: 'resource:default/pitower.acemagician-1',
    state: 'ready',
    problems: [],
    role: known('worker'),
    addresses: ['10.20.0.31'],
    architecture: known('amd64', 'kubernetes'),
    manufacturer: known('ACEMAGICIAN', 'smbios'),
    model: known('AM06 Pro', 'smbios', 'AM06PRO Default string'),
    cores: known(8, 'smbios'),
    threads: known(16, 'smbios'),
    memoryInstalledBytes: known(16 * gibibyte, 'smbios'),
    memoryUsableBytes: known(15.4 * gibibyte),
    disks: [{ class: 'nvme', sizeBytes: 512_110_190_592 }],
    talosVersion: known('v1.12.6'),
    kubernetesVersion: known('v1.35.2', 'kubernetes'),
    kernelVersion: known('6.18.18-talos', 'kubernetes'),
    schematic: known('a1b2c3d4e5f6'.repeat(6).slice(0, 64)),
    extensions: [{ name: 'amd-ucode', version: '20260410' }],
    observedAt: new Date().toISOString(),
    place: { rack: 'R1', unit: 4, height: 2 },
    hardware: {
      board: {
        manufacturer: known('ACEMAGICIAN', 'smbios'),
        model: known('AM06 Pro', 'smbios'),
        serial: known('AM06EXAMPLE01', 'smbios'),
        biosVersion: unknown('too-old'),
        form: known('metal'),
      },
      processors: [
        {
          socket: 'FP6',
          populated: true,
          name: known('AMD Ryzen 7 5700U', 'smbios'),
          cores: known(8, 'smbios'),
          threads: known(16, 'smbios'),
          maxMegahertz: known(4350, 'smbios'),
        },
      ],
      processor: {
        name: known('AMD Ryzen 7 5700U', 'smbios'),
        cores: known(8, 'smbios'),
        threads: known(16, 'smbios'),
        temperatureCelsius: known(52, 'prometheus'),
        powerWatts: known(15.5, 'prometheus'),
      },
      memory: {
        installedBytes: known(16 * gibibyte, 'smbios'),
        usableBytes: known(15.4 * gibibyte),
        modules: [0, 1].map(channel => ({
          slot: `DIMM ${channel}`,
          bank: `P0 CHANNEL ${channel === 0 ? 'A' : 'B'}`,
          populated: true,
          sizeBytes: known(8 * gibibyte, 'smbios' as const),
          speed: known(3200, 'smbios'),
          manufacturer: known('Crucial Technology', 'smbios'),
          partNumber: known('CT8G4SFRA32A.C8FE', 'smbios'),
          serial: known(`E6A0000${channel}`, 'smbios'),
        })),
      },
      disks: [
        buildDisk({
          name: 'nvme0n1',
          class: 'nvme',
          partitions: talosPartitions('nvme0n1p', 511_800),
          temperatureCelsius: known(41, 'prometheus'),
          healthy: known(true, 'prometheus'),
        }),
      ],
      links: [buildLink({})],
      pciDevices: [
        {
          address: '0000:01:00.0',
          class: 'Network controller',
          vendor: 'Realtek',
          product: 'RTL8111',
          driver: 'r8169',
        },
        {
          address: '0000:02:00.0',
          class: 'Mass storage controller',
          vendor: 'Kingston',
          product: 'NV2 NVMe',
          driver: 'nvme',
        },
      ],
    },
    stage: known('running'),
    bootedAt: known(minutesAgo(60 * 24 * 9)),
    nodeId: known('dJ4rExampleNodeIdentityOfTalosWh4t3v3r'),
    machineId: known('0f6d2c41e0a64d0f8b7a2d3c4b5a6978', 'kubernetes'),
    secureBoot: known(false),
    kernelArguments: known('talos.platform=metal console=tty0'),
    timeSynchronized: known(true),
    unschedulable: known(false, 'kubernetes'),
    taints: [],
    conditions: [
      condition('Ready', 'True'),
      condition('MemoryPressure', 'False'),
      condition('DiskPressure', 'False'),
      condition('PIDPressure', 'False'),
    ],
    services: [
      { name: 'apid', running: true, healthy: true },
      { name: 'kubelet', running: true, healthy: true },
      { name: 'udevd', running: true },
    ],
    diagnostics: [],
    sources: [
      { source: 'talos', observedAt: minutesAgo(1) },
      { source: 'kubernetes', observedAt: minutesAgo(1) },
    ],
    git: {
      file: 'talos/talconfig.yaml',
      line: 84,
      url: 'https://forge.example/pitower/home-ops/blob/abc/talos/talconfig.yaml#L84',
      deviations: [],
    },
    ...parts,
  };
}

/** A single-board computer, whose firmware tells nothing of itself. */
export function buildRaspberryPi(parts: Partial<NodeDetail> = {}): NodeDetail {
  const machine = buildMachine();
  return {
    ...machine,
    name: 'raspberrypi-1',
    entityRef: 'resource:default/pitower.raspberrypi-1',
    role: known('controlplane'),
    addresses: ['10.20.0.11'],
    architecture: known('arm64', 'kubernetes'),
    manufacturer: noSmbios,
    model: noSmbios,
    cores: known(4),
    threads: known(4),
    memoryInstalledBytes: noSmbios,
    memoryUsableBytes: known(7.64 * gibibyte),
    disks: [
      { class: 'mmc', sizeBytes: 127_865_454_592 },
      { class: 'ssd', sizeBytes: 240_057_409_536 },
    ],
    schematic: known('f'.repeat(64)),
    extensions: [{ name: 'rpi_generic', version: 'v0.2.0' }],
    place: undefined,
    unread: { memoryModules: 'no-smbios', processors: 'no-smbios' },
    hardware: {
      board: {
        manufacturer: noSmbios,
        model: noSmbios,
        serial: noSmbios,
        biosVersion: noSmbios,
        form: known('metal'),
      },
      processors: [],
      processor: {
        name: known('Cortex-A72', 'nfd'),
        cores: known(4),
        threads: known(4),
      },
      memory: {
        installedBytes: noSmbios,
        usableBytes: known(7.64 * gibibyte),
        modules: [],
      },
      disks: [
        buildDisk({
          name: 'mmcblk0',
          class: 'mmc',
          sizeBytes: 127_865_454_592,
          model: notReported,
          serial: known('0x99111a57'),
          wwid: notReported,
          transport: known('mmc'),
          partitions: talosPartitions('mmcblk0p', 127_600),
        }),
        buildDisk({
          name: 'sda',
          class: 'ssd',
          sizeBytes: 240_057_409_536,
          model: known('SATA SSD'),
          transport: known('usb'),
          system: false,
        }),
      ],
      links: [
        buildLink({
          name: 'end0',
          driver: 'bcmgenet',
          product: undefined,
          firmware: undefined,
          speedMegabits: known(100),
          addresses: ['10.20.0.11/24'],
        }),
      ],
      pciDevices: [],
    },
    ...parts,
  };
}

/** A laptop with an empty memory slot. */
export function buildThinkPad(parts: Partial<NodeDetail> = {}): NodeDetail {
  const machine = buildMachine();
  const { hardware } = machine;
  const [module] = hardware.memory.modules;
  return {
    ...machine,
    name: 'thinkpad-1',
    entityRef: 'resource:default/pitower.thinkpad-1',
    addresses: ['10.20.0.21'],
    manufacturer: known('LENOVO', 'smbios'),
    model: known('ThinkPad T440p', 'smbios', '20AWS3RH00'),
    cores: known(4, 'smbios'),
    threads: known(8, 'smbios'),
    memoryInstalledBytes: known(8 * gibibyte, 'smbios'),
    memoryUsableBytes: known(7.5 * gibibyte),
    disks: [{ class: 'ssd', sizeBytes: 256_060_514_304 }],
    talosVersion: known('v1.12.4'),
    place: undefined,
    hardware: {
      ...hardware,
      board: {
        ...hardware.board,
        manufacturer: known('LENOVO', 'smbios'),
        model: known('ThinkPad T440p', 'smbios', '20AWS3RH00'),
        serial: known('PF0EXAMPL', 'smbios'),
      },
      memory: {
        installedBytes: known(8 * gibibyte, 'smbios'),
        usableBytes: known(7.5 * gibibyte),
        modules: [
          { ...module, slot: 'ChannelA-DIMM0', bank: 'BANK 0' },
          emptySlot('ChannelB-DIMM0', 'BANK 2'),
        ],
      },
      disks: [
        buildDisk({
          name: 'sda',
          class: 'ssd',
          sizeBytes: 256_060_514_304,
          transport: known('sata'),
          partitions: talosPartitions('sda', 200_000),
        }),
      ],
    },
    ...parts,
  };
}

/** A server with 24 slots of which two are filled, and no second processor. */
export function buildServer(parts: Partial<NodeDetail> = {}): NodeDetail {
  const machine = buildMachine();
  const { hardware } = machine;
  const [module] = hardware.memory.modules;
  const slots = ['A', 'B'].flatMap(bank =>
    Array.from({ length: 12 }, (_, index) => `${bank}${index + 1}`),
  );
  return {
    ...machine,
    platform: 'edgit-k8s',
    cluster: 'edgit',
    name: 'worker-1',
    entityRef: 'resource:default/edgit.worker-1',
    addresses: ['10.10.0.21'],
    manufacturer: known('Dell Inc.', 'smbios'),
    model: known('PowerEdge R630', 'smbios'),
    memoryInstalledBytes: known(32 * gibibyte, 'smbios'),
    memoryUsableBytes: known(31.2 * gibibyte),
    disks: [
      { class: 'ssd', sizeBytes: 960_197_124_096 },
      { class: 'hdd', sizeBytes: 4_000_787_030_016 },
    ],
    talosVersion: known('v1.12.5'),
    place: { rack: 'R1', unit: 10, height: 1 },
    hardware: {
      ...hardware,
      board: {
        ...hardware.board,
        manufacturer: known('Dell Inc.', 'smbios'),
        model: known('PowerEdge R630', 'smbios'),
        serial: known('7EXAMP2', 'smbios'),
        biosVersion: known('2.19.0', 'nfd'),
      },
      processors: [
        { ...hardware.processors[0], socket: 'CPU1' },
        {
          socket: 'CPU2',
          populated: false,
          name: notReported,
          cores: notReported,
          threads: notReported,
          maxMegahertz: notReported,
        },
      ],
      memory: {
        installedBytes: known(32 * gibibyte, 'smbios'),
        usableBytes: known(31.2 * gibibyte),
        modules: slots.map(slot =>
          slot === 'A3' || slot === 'A4'
            ? {
                ...module,
                slot,
                bank: undefined,
                sizeBytes: known(16 * gibibyte, 'smbios'),
                manufacturer: known('Micron', 'smbios', '002C00B3002C'),
              }
            : emptySlot(slot),
        ),
      },
      disks: [
        buildDisk({
          name: 'sda',
          class: 'ssd',
          sizeBytes: 960_197_124_096,
          transport: known('sas'),
          partitions: talosPartitions('sda', 959_900),
        }),
        buildDisk({
          name: 'sdb',
          class: 'hdd',
          sizeBytes: 4_000_787_030_016,
          serial: known('ZC1EXAMPLE'),
          transport: known('sas'),
          system: false,
          partitions: [
            {
              name: 'sdb1',
              sizeBytes: 4_000_787_030_016,
              content: 'bluestore',
            },
          ],
          healthy: known(false, 'prometheus'),
        }),
      ],
      links: [
        buildLink({
          name: 'eno1',
          master: 'bond0',
          speedMegabits: known(10_000),
          addresses: [],
        }),
        buildLink({
          name: 'eno2',
          master: 'bond0',
          up: false,
          speedMegabits: notReported,
          duplex: notReported,
          addresses: [],
        }),
        buildLink({
          name: 'bond0',
          kind: 'bond',
          product: undefined,
          driver: undefined,
          firmware: undefined,
          speedMegabits: known(10_000),
          addresses: ['10.10.0.21/24'],
        }),
      ],
    },
    ...parts,
  };
}

/** A virtual machine. */
export function buildVirtualMachine(
  parts: Partial<NodeDetail> = {},
): NodeDetail {
  const machine = buildMachine();
  const { hardware } = machine;
  return {
    ...machine,
    platform: 'edgit-k8s',
    cluster: 'edgit',
    name: 'cp-1',
    entityRef: 'resource:default/edgit.cp-1',
    role: known('controlplane'),
    manufacturer: known('QEMU', 'smbios'),
    model: known('Standard PC (Q35 + ICH9, 2009)', 'smbios'),
    disks: [{ class: 'virtual', sizeBytes: 68_719_476_736 }],
    place: undefined,
    hardware: {
      ...hardware,
      board: {
        ...hardware.board,
        manufacturer: known('QEMU', 'smbios'),
        model: known('Standard PC (Q35 + ICH9, 2009)', 'smbios'),
        serial: notReported,
        form: known('virtual'),
      },
      disks: [
        buildDisk({
          name: 'vda',
          class: 'virtual',
          sizeBytes: 68_719_476_736,
          model: notReported,
          serial: notReported,
          wwid: notReported,
          transport: known('virtio'),
          partitions: talosPartitions('vda', 68_400),
        }),
      ],
      links: [
        buildLink({
          name: 'enp0s2',
          driver: 'virtio_net',
          speedMegabits: notReported,
          duplex: notReported,
        }),
      ],
    },
    ...parts,
  };
}

/** Talos in a container: no firmware, no disks of its own. */
export function buildContainer(parts: Partial<NodeDetail> = {}): NodeDetail {
  const pi = buildRaspberryPi();
  return {
    ...pi,
    platform: 'monosense',
    cluster: 'infra',
    name: 'talos-default-1',
    entityRef: 'resource:default/infra.talos-default-1',
    role: known('worker'),
    architecture: known('amd64', 'kubernetes'),
    disks: [],
    hardware: {
      ...pi.hardware,
      board: { ...pi.hardware.board, form: known('container') },
      disks: [],
      links: [],
    },
    git: undefined,
    ...parts,
  };
}

/** A machine of which Kubernetes alone tells. */
export function buildKubernetesOnly(
  parts: Partial<NodeDetail> = {},
): NodeDetail {
  const container = buildContainer();
  const { hardware } = container;
  return {
    ...container,
    cluster: 'apps',
    name: 'apps-1',
    entityRef: 'resource:default/apps.apps-1',
    manufacturer: notConfigured,
    model: notConfigured,
    cores: notConfigured,
    threads: known(8, 'kubernetes'),
    memoryInstalledBytes: notConfigured,
    memoryUsableBytes: known(15.5 * gibibyte, 'kubernetes'),
    schematic: notConfigured,
    extensions: [],
    unread: {
      diagnostics: 'not-configured',
      disks: 'not-configured',
      links: 'not-configured',
      memoryModules: 'not-configured',
      partitions: 'not-configured',
      pciDevices: 'not-configured',
      processors: 'not-configured',
      services: 'not-configured',
    },
    hardware: {
      ...hardware,
      board: {
        manufacturer: notConfigured,
        model: notConfigured,
        serial: notConfigured,
        biosVersion: notConfigured,
        form: notConfigured,
      },
      processor: {
        name: notConfigured,
        cores: notConfigured,
        threads: known(8, 'kubernetes'),
      },
      memory: {
        installedBytes: notConfigured,
        usableBytes: known(15.5 * gibibyte, 'kubernetes'),
        modules: [],
      },
      pciDevices: [],
    },
    stage: notConfigured,
    bootedAt: notConfigured,
    nodeId: notConfigured,
    secureBoot: notConfigured,
    kernelArguments: notConfigured,
    timeSynchronized: notConfigured,
    services: [],
    sources: [{ source: 'kubernetes', observedAt: minutesAgo(1) }],
    ...parts,
  };
}
