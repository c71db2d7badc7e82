import { z } from 'zod';
import { factSchema } from './Fact';

const text = factSchema(z.string());
const number = factSchema(z.number());

export const boardSchema = z.object({
  manufacturer: text,
  /** The name people use, such as `ThinkPad T440p`. */
  model: text,
  serial: text,
  biosVersion: text,
  /** `virtual`: a virtual machine; `container`: Talos in a container. */
  form: factSchema(z.enum(['metal', 'virtual', 'container'])),
});

/** A socket; one without a processor is `populated: false`. */
export const processorSchema = z.object({
  socket: z.string(),
  populated: z.boolean(),
  name: text,
  cores: number,
  threads: number,
  /** What the firmware calls the maximum; often wrong. */
  maxMegahertz: number,
});

/** A slot; an empty one is `populated: false`. */
export const memoryModuleSchema = z.object({
  /** Device locator, such as `DIMM A3`. */
  slot: z.string(),
  bank: z.string().optional(),
  populated: z.boolean(),
  sizeBytes: number,
  /** What it is capable of, in megatransfers a second. */
  speed: number,
  manufacturer: text,
  partNumber: text,
  serial: text,
});

export const partitionSchema = z.object({
  /** Such as `nvme0n1p4`. */
  name: z.string(),
  label: z.string().optional(),
  sizeBytes: z.number(),
  /** Signature, such as `xfs`, `luks`, `bluestore`. */
  content: z.string().optional(),
  /** Talos volume, such as `EPHEMERAL`, and how far it is. */
  volume: z.string().optional(),
  volumePhase: z.string().optional(),
  /** Where it is mounted and how full it was when the machine was last read; absent where it is not, or nobody told. */
  mount: z
    .object({
      path: z.string(),
      sizeBytes: z.number(),
      usedBytes: z.number(),
    })
    .optional(),
});

export const diskClassSchema = z.enum([
  'nvme',
  'ssd',
  'hdd',
  'mmc',
  'optical',
  'virtual',
  'unknown',
]);
export type DiskClass = z.infer<typeof diskClassSchema>;

export const diskSchema = z.object({
  /** Kernel name, such as `nvme0n1`; may change with the next start. */
  name: z.string(),
  class: diskClassSchema,
  sizeBytes: z.number(),
  model: text,
  serial: text,
  /** World wide name, with inner spaces normalised. */
  wwid: text,
  firmware: text,
  transport: text,
  /** Talos is installed on it. */
  system: z.boolean(),
  readOnly: z.boolean(),
  partitions: z.array(partitionSchema),
  temperatureCelsius: number,
  /** SMART: `true` where the disk calls itself healthy. */
  healthy: factSchema(z.boolean()),
});
export type Disk = z.infer<typeof diskSchema>;

export const linkSchema = z.object({
  name: z.string(),
  /** `physical` are ports; the others stand for topology. */
  kind: z.enum(['physical', 'bond', 'bridge', 'vlan']),
  macAddress: z.string().optional(),
  up: z.boolean(),
  speedMegabits: number,
  duplex: text,
  driver: z.string().optional(),
  product: z.string().optional(),
  firmware: z.string().optional(),
  mtu: z.number().optional(),
  addresses: z.array(z.string()),
  /** Name of the bond or bridge it belongs to. */
  master: z.string().optional(),
});

export const pciDeviceSchema = z.object({
  address: z.string(),
  class: z.string(),
  vendor: z.string(),
  product: z.string(),
  driver: z.string().optional(),
});

export const hardwareSchema = z.object({
  board: boardSchema,
  /** Sockets of the firmware; none where it tells nothing. */
  processors: z.array(processorSchema),
  processor: z.object({
    name: text,
    cores: number,
    threads: number,
    temperatureCelsius: number.optional(),
    /** What the sockets draw, as they count it themselves (RAPL). */
    powerWatts: number.optional(),
  }),
  memory: z.object({
    /** Sum of the modules. */
    installedBytes: number,
    /** What the kernel has. */
    usableBytes: number,
    modules: z.array(memoryModuleSchema),
  }),
  /** Without what is made in memory or by other software. */
  disks: z.array(diskSchema),
  links: z.array(linkSchema),
  pciDevices: z.array(pciDeviceSchema),
});
export type Hardware = z.infer<typeof hardwareSchema>;
