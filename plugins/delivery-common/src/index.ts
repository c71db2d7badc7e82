/** Types, schemas and permissions of delivery status. @packageDocumentation */
export {
  deliverySnapshotListSchema,
  deliverySnapshotSchema,
  deliveryUnitSchema,
} from './DeliveryStatus';
export type { DeliverySnapshot, DeliveryUnit } from './DeliveryStatus';
export { deliveryPermissions, deliveryReadPermission } from './permissions';
