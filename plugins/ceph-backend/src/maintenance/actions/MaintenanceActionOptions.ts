import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RequireRead } from '../../requireRead';
import type { Maintenance } from '../Maintenance';

/** What the actions for assistants are made of. */
export interface MaintenanceActionOptions {
  registry: ActionsRegistryService;
  requireRead: RequireRead;
  maintenance: Maintenance;
}

/** They read, and change nothing. */
export const readOnlyAction = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
