import type { PoolDefinition } from '../definition/CephDefinition';

/** One placement group, with who holds how much of it. */
export interface PlacementGroup {
  /** Such as `2.f`. */
  id: string;
  /** Of the pool, from 1. */
  pool: number;
  number: number;
  definition: PoolDefinition;
  /** Share of the objects that an OSD lacks; one that is not named has nothing of it. */
  missing: Map<number, number>;
  /** The same of OSDs that are being given all of it, and do not count until they have it. */
  filling: Map<number, number>;
  /** A scrub found objects that differ. */
  inconsistent: boolean;
  /** What its last primary said, for when nobody says anything. */
  lastState: string;
}

/** How many OSDs a placement group wants, and how many it needs. */
export function toSizes({ redundancy }: PoolDefinition): {
  size: number;
  minSize: number;
  /** Without these many nothing can be read. */
  needed: number;
} {
  if (redundancy.kind === 'replicated') {
    return { size: redundancy.size, minSize: redundancy.minSize, needed: 1 };
  }
  const { dataShards, codingShards } = redundancy;
  return {
    size: dataShards + codingShards,
    minSize: dataShards + Math.min(1, codingShards - 1),
    needed: dataShards,
  };
}
