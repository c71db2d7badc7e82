/** What the handle of a volume of Ceph's CSI driver says. */
export interface CephHandle {
  clusterId: string;
  /** Number of the pool (RBD) or of the file system (CephFS). */
  locationId: number;
}

/**
 * Reads `<version>-<length>-<cluster id>-<location>-<uuid>`, with hexadecimal
 * numbers of 4, 4 and 16 digits. Volumes made by hand have handles of any form:
 * `undefined`.
 */
export function parseCephHandle(handle: string): CephHandle | undefined {
  const start = /^[0-9a-f]{4}-([0-9a-f]{4})-/.exec(handle);
  if (!start) return undefined;
  const end = start[0].length + Number.parseInt(start[1], 16);
  const rest = /^-([0-9a-f]{16})-./.exec(handle.slice(end));
  return rest
    ? {
        clusterId: handle.slice(start[0].length, end),
        locationId: Number.parseInt(rest[1], 16),
      }
    : undefined;
}
