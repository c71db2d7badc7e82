import type { CephStatus } from '../model/CephStatus';

/** In Prometheus' text format. */
export function toMetrics(_status: CephStatus): string {
  return '';
}
