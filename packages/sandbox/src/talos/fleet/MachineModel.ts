import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { NewResource } from '../cosi/CosiState';

const modelsFolder = join(
  dirname(require.resolve('@internal/sandbox/package.json')),
  'talos/models',
);

/** What the kernel tells of a machine, besides its resources. */
const kernelSchema = z.strictObject({
  /** `container` has no kernel of its own. */
  platform: z.enum(['metal', 'nocloud', 'container']),
  processor: z.strictObject({
    /** Missing on ARM, whose kernel names no vendor and no model. */
    vendor: z.string().default(''),
    family: z.string().default(''),
    model: z.string().default(''),
    name: z.string().default(''),
    megahertz: z.number().default(0),
    sockets: z.number().default(1),
    /** Of each socket. */
    cores: z.number(),
    threadsPerCore: z.number().default(1),
    bogoMips: z.number(),
    flags: z.array(z.string()),
  }),
  /** What the kernel can use, in KiB. */
  memoryKibibytes: z.number(),
  kernelModules: z.array(z.string()).default([]),
  /** Official extensions, as short names; the schematic's own comes by itself. */
  extensions: z
    .array(z.strictObject({ name: z.string(), version: z.string() }))
    .default([]),
  /** Image Factory's id. */
  schematic: z.string().optional(),
  overlay: z.string().optional(),
  /** The port with the machine's address. */
  addressLink: z.string(),
});
export type MachineKernel = z.infer<typeof kernelSchema>;

/** As `talosctl get -o yaml` writes a resource; `node` and times are left to the node. */
const documentSchema = z.strictObject({
  metadata: z.strictObject({
    namespace: z.string(),
    type: z.string(),
    id: z.string(),
    version: z.number().optional(),
    owner: z.string().optional(),
    phase: z.literal('running').optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.unknown(),
});

/** One kind of machine: what every machine of it has, but for serial numbers. */
export interface MachineModel {
  name: string;
  kernel: MachineKernel;
  readonly resources: NewResource[];
}

const models = new Map<string, MachineModel>();

/** Reads `talos/models/<name>/`: `machine.yaml`, and resources in all other files. */
export function readMachineModel(name: string): MachineModel {
  const known = models.get(name);
  if (known) {
    return known;
  }
  const folder = join(modelsFolder, name);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  let resources: NewResource[] | undefined;
  const model = {
    name,
    kernel: kernelSchema.parse(parse(read('machine.yaml'))),
    get resources() {
      resources ??= readdirSync(folder)
        .filter(file => file !== 'machine.yaml')
        .flatMap(file => parseResources(read(file)));
      return resources;
    },
  };
  models.set(name, model);
  return model;
}

function parseResources(text: string): NewResource[] {
  return parseAllDocuments(text).map(document => {
    const { metadata, spec } = documentSchema.parse(document.toJS());
    const { namespace, type, id, owner, labels } = metadata;
    return { namespace, type, id, owner, labels, spec };
  });
}
