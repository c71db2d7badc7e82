import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const number = z
  .string()
  .regex(/^\d+$/)
  .transform(Number)
  .optional()
  .catch(undefined);
const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional()
  .catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

/** A type of resource, and the part of its spec that is used. */
export interface ResourceKind<T> {
  namespace: string;
  type: string;
  spec: z.ZodType<T>;
}

/** A resource of a machine, as far as it is used. */
export interface TalosResource<T> {
  id: string;
  spec: T;
}

function resource<T extends z.ZodType>(
  namespace: string,
  type: string,
  spec: T,
) {
  return { namespace, type, spec };
}

/**
 * Every type of resource that is asked for, with the part of its spec that is
 * used. Each may be read with `os:reader`; types that Talos calls sensitive,
 * and those that may hold secrets, are missing on purpose.
 */
export const talosResources = {
  systemInformations: resource(
    'hardware',
    'SystemInformations.hardware.talos.dev',
    z.object({
      manufacturer: text,
      productName: text,
      version: text,
      serialnumber: text,
      biosVersion: text,
    }),
  ),
  processors: resource(
    'hardware',
    'Processors.hardware.talos.dev',
    z.object({
      socket: text,
      productName: text,
      maxSpeedMhz: number,
      coreCount: number,
      threadCount: number,
    }),
  ),
  memoryModules: resource(
    'hardware',
    'MemoryModules.hardware.talos.dev',
    z.object({
      sizeMiB: number,
      deviceLocator: text,
      bankLocator: text,
      speed: number,
      manufacturer: text,
      serialNumber: text,
      productName: text,
    }),
  ),
  pciDevices: resource(
    'hardware',
    'PCIDevices.hardware.talos.dev',
    z.object({
      class: text,
      subclass: text,
      vendor: text,
      product: text,
      vendor_id: text,
      product_id: text,
      driver: text,
    }),
  ),
  disks: resource(
    'runtime',
    'Disks.block.talos.dev',
    z.object({
      size: number,
      readonly: flag,
      cdrom: flag,
      rotational: flag,
      model: text,
      serial: text,
      wwid: text,
      bus_path: text,
      transport: text,
      firmware_version: text,
    }),
  ),
  systemDisks: resource(
    'runtime',
    'SystemDisks.block.talos.dev',
    z.object({ diskID: text }),
  ),
  discoveredVolumes: resource(
    'runtime',
    'DiscoveredVolumes.block.talos.dev',
    z.object({
      type: text,
      parent: text,
      size: number,
      name: text,
      label: text,
      partition_label: text,
    }),
  ),
  volumeStatuses: resource(
    'runtime',
    'VolumeStatuses.block.talos.dev',
    z.object({ phase: text, location: text, mountLocation: text }),
  ),
  links: resource(
    'network',
    'LinkStatuses.net.talos.dev',
    z.object({
      type: text,
      kind: text,
      index: number,
      masterIndex: number,
      hardwareAddr: text,
      permanentAddr: text,
      mtu: number,
      operationalState: text,
      linkState: flag,
      speedMbit: number,
      duplex: text,
      driver: text,
      product: text,
      vendor: text,
      firmwareVersion: text,
    }),
  ),
  addresses: resource(
    'network',
    'AddressStatuses.net.talos.dev',
    z.object({ address: text, linkName: text, scope: text }),
  ),
  extensions: resource(
    'runtime',
    'ExtensionStatuses.runtime.talos.dev',
    z.object({
      metadata: z
        .object({ name: text, version: text })
        .optional()
        .catch(undefined),
    }),
  ),
  schematics: resource(
    'runtime',
    'ImageFactorySchematics.runtime.talos.dev',
    z.object({ schematicId: text }),
  ),
  securityStates: resource(
    'runtime',
    'SecurityStates.talos.dev',
    z.object({ secureBoot: flag }),
  ),
  platformMetadatas: resource(
    'runtime',
    'PlatformMetadatas.talos.dev',
    z.object({ platform: text }),
  ),
  kernelCmdlines: resource(
    'runtime',
    'KernelCmdlines.runtime.talos.dev',
    z.object({ cmdline: text }),
  ),
  machineTypes: resource('config', 'MachineTypes.config.talos.dev', z.string()),
  identities: resource(
    'cluster',
    'Identities.cluster.talos.dev',
    z.object({ nodeId: text }),
  ),
  machineStatuses: resource(
    'runtime',
    'MachineStatuses.runtime.talos.dev',
    z.object({
      stage: text,
      status: z
        .object({
          ready: flag,
          unmetConditions: z
            .array(z.object({ name: text, reason: text }))
            .optional()
            .catch(undefined),
        })
        .optional()
        .catch(undefined),
    }),
  ),
  services: resource(
    'runtime',
    'Services.v1alpha1.talos.dev',
    z.object({ running: flag, healthy: flag, unknown: flag }),
  ),
  diagnostics: resource(
    'runtime',
    'Diagnostics.runtime.talos.dev',
    z.object({ message: text, details: texts }),
  ),
  timeStatuses: resource(
    'runtime',
    'TimeStatuses.v1alpha1.talos.dev',
    z.object({ synced: flag }),
  ),
  members: resource(
    'cluster',
    'Members.cluster.talos.dev',
    z.object({ addresses: texts, hostname: text }),
  ),
} as const;

type ResourceKinds = typeof talosResources;
export type ResourceName = keyof ResourceKinds;
export type SpecOf<TName extends ResourceName> = z.output<
  ResourceKinds[TName]['spec']
>;
