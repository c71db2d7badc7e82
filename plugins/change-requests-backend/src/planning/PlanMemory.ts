import type {
  FileEdit,
  ObjectComparison,
  RepositorySnapshot,
} from '@internal/gitops-model';
import type { PlannedChange, PlanRequest } from './Planner';

/** Plans remembered of one snapshot; the one used longest ago is forgotten first. */
const plansPerSnapshot = 20;

/**
 * What was planned last, so that a submit that follows its preview, and the
 * delivery that follows both, need not plan and render the same once more. A
 * plan depends on its snapshot and request alone, so it goes with the snapshot.
 */
export class PlanMemory {
  readonly #plans = new WeakMap<
    RepositorySnapshot,
    Map<string, PlannedChange>
  >();
  readonly #objects = new WeakMap<
    RepositorySnapshot,
    WeakMap<readonly FileEdit[], ObjectComparison>
  >();

  plan(
    snapshot: RepositorySnapshot,
    request: PlanRequest,
    make: () => PlannedChange,
  ): PlannedChange {
    const plans = this.#plans.get(snapshot) ?? new Map<string, PlannedChange>();
    this.#plans.set(snapshot, plans);
    const key = toKey(request);
    const plan = plans.get(key) ?? make();
    plans.delete(key);
    plans.set(key, plan);
    for (const oldest of plans.keys()) {
      if (plans.size <= plansPerSnapshot) break;
      plans.delete(oldest);
    }
    return plan;
  }

  /** By the very list of edits, which a remembered plan keeps. */
  objects(
    snapshot: RepositorySnapshot,
    edits: readonly FileEdit[],
    make: () => ObjectComparison,
  ): ObjectComparison {
    const known = this.#objects.get(snapshot) ?? new WeakMap();
    this.#objects.set(snapshot, known);
    const objects = known.get(edits) ?? make();
    known.set(edits, objects);
    return objects;
  }
}

function toKey({ platform, operations, requester, template }: PlanRequest) {
  return JSON.stringify([
    platform,
    operations,
    requester.ref,
    requester.groups,
    requester.platformTeam,
    template?.name,
    template?.version,
  ]);
}
