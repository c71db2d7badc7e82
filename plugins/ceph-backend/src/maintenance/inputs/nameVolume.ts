import type { Volume } from '@internal/plugin-ceph-common';

/** By its claim, where it has one. */
export function nameVolume({ name, claim }: Volume): string {
  return claim ? `${claim.namespace}/${claim.name}` : name;
}
