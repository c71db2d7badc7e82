/** Where the Service of the managers leads: its selector may be behind. */
export interface ManagerAddress {
  reaches: 'active' | 'standby';
}
