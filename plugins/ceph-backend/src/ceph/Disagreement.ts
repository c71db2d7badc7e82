import { readIntervalSeconds } from '../rook/judgeFreshness';
import type { CephCluster } from '../rook/resources';
import type { CephInputs } from './CephInputs';

/** Rook and the manager look at different moments; only what lasts is told. */
export class Disagreement {
  readonly #since = new Map<string, Date>();

  /** Since when they differ, where that is longer than two of Rook's intervals. */
  follow(
    resource: CephCluster,
    manager: CephInputs['manager'],
    now: Date,
  ): Date | undefined {
    const { name } = resource.metadata;
    const health = resource.status.ceph?.health;
    const other = manager.reading?.full.health.status;
    if (!health || !other || health === other || manager.state !== 'fresh') {
      this.#since.delete(name);
      return undefined;
    }
    const since = this.#since.get(name) ?? now;
    this.#since.set(name, since);
    const patience = 2 * readIntervalSeconds(resource) * 1000;
    return now.getTime() - since.getTime() > patience ? since : undefined;
  }
}
