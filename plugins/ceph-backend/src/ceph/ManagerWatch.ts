import type { ManagerOutcome, ManagerReading } from '../manager/ManagerReader';
import { isRefusal, type ManagerFailure } from '../manager/ManagerFailure';
import type { CephCluster } from '../rook/resources';
import type { CephInputs, Standing } from './CephInputs';

/** So long may managers take turns before it is said that none answers. */
const SWITCHING_MILLISECONDS = 2 * 60 * 1000;

/** Follows the manager from cycle to cycle: its last answer that counted, and since when it fails. */
export class ManagerWatch {
  readonly #fsids = new Map<string, string>();
  #outcome?: ManagerOutcome;
  #last?: ManagerReading;
  #failingSince?: Date;

  /** Nothing where no manager is configured. */
  note(outcome: ManagerOutcome | undefined, now: Date): void {
    this.#outcome = outcome;
    if (outcome?.ok) {
      this.#last = outcome.reading;
      this.#failingSince = undefined;
    } else if (outcome) {
      this.#failingSince ??= now;
    }
  }

  /** How it stands for one CephCluster. */
  stand(resource: CephCluster, now: Date): CephInputs['manager'] {
    return this.findForeign(resource)
      ? { state: 'foreign' }
      : { ...this.#judge(now), reading: this.#last };
  }

  /** The manager's own fsid where it is not the CephCluster's. */
  findForeign(resource: CephCluster): string | undefined {
    const { name } = resource.metadata;
    const { fsid } = resource.status.ceph ?? {};
    // Rook leaves it out while it cannot reach Ceph.
    if (fsid) this.#fsids.set(name, fsid);
    const expected = this.#fsids.get(name);
    const full = this.#last?.full;
    const found = full?.osd_map?.fsid ?? full?.mon_status?.monmap.fsid;
    return expected && found && expected !== found ? found : undefined;
  }

  #judge(now: Date): Standing {
    const outcome = this.#outcome;
    if (!outcome) return { state: 'not-configured' };
    if (outcome.ok) return { state: 'fresh' };
    if (outcome.isWithoutMonitors) return { state: 'without-monitors' };
    if (isRefusal(outcome.failure)) return { state: 'refused' };
    const since = this.#failingSince ?? now;
    return mayBeSwitching(outcome.failure) &&
      now.getTime() - since.getTime() < SWITCHING_MILLISECONDS
      ? { state: 'switching' }
      : { state: 'unreachable' };
  }
}

function mayBeSwitching({ reason }: ManagerFailure): boolean {
  return (
    reason === 'not-active' ||
    reason === 'unreachable' ||
    reason === 'unavailable'
  );
}
