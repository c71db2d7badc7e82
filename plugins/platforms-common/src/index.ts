/** Types, schemas and permissions of platforms. @packageDocumentation */
export {
  platformOverviewListSchema,
  platformOverviewSchema,
} from './PlatformOverview';
export type { PlatformOverview } from './PlatformOverview';
export {
  findingRowSchema,
  hostRowSchema,
  pageSchema,
  secretRowSchema,
  unitRowSchema,
} from './PlatformRows';
export type {
  FindingRow,
  HostRow,
  Page,
  SecretRow,
  UnitRow,
} from './PlatformRows';
export { platformPermissions, platformReadPermission } from './permissions';
