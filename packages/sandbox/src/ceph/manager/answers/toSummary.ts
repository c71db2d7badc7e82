import type { CephStatus } from '../../model/CephStatus';

/** What every page of the dashboard shows at its top. */
export function toSummary({ health, definition, managers }: CephStatus) {
  const active = managers.find(({ role }) => role === 'active');
  return {
    health_status: health,
    mgr_id: active?.name ?? '',
    mgr_host: toManagerUrl(active?.address ?? ''),
    // Stays so when the manager lost the monitors.
    have_mon_connection: true,
    executing_tasks: [],
    finished_tasks: [],
    version: definition.release.text,
  };
}

/** Where a manager says its dashboard is: at an address inside the cluster. */
export function toManagerUrl(address: string): string {
  return `http://${address}:7000/`;
}
