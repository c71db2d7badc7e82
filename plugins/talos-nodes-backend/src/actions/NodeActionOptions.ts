import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { HistoryStore } from '../history/HistoryStore';
import type { Nodes } from '../Nodes';
import type { RequireRead } from '../requireRead';

/** What the actions for assistants are made of. */
export interface NodeActionOptions {
  registry: ActionsRegistryService;
  requireRead: RequireRead;
  nodes: Nodes;
  history: HistoryStore;
}

/** They read, and change nothing. */
export const readOnlyAction = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
