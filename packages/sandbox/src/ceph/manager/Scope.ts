/** What a role of the dashboard may be allowed to read. */
export const scopes = ['monitor', 'osd', 'pool', 'hosts', 'cephfs'] as const;
export type Scope = (typeof scopes)[number];
