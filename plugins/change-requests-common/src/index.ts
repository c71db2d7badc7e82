/** Types, schemas and permissions of change requests. @packageDocumentation */
export {
  appDescriptionSchema,
  appListSchema,
  appSummarySchema,
  changeRequestDetailSchema,
  changeRequestListSchema,
  changeRequestSchema,
  changeRequestStates,
  fieldCheckResultSchema,
  fieldCheckSchema,
  platformSummarySchema,
  previewSchema,
  timelineEventSchema,
} from './ChangeRequest';
export type {
  AppDescription,
  AppSummary,
  ChangeRequest,
  ChangeRequestDetail,
  ChangeRequestState,
  FieldCheck,
  FieldCheckResult,
  FileEditDto,
  FindingDto,
  PlatformSummary,
  Preview,
  TimelineEvent,
} from './ChangeRequest';
export {
  changeRequestCreatePermission,
  changeRequestPermissions,
  changeRequestReadPermission,
  changeRequestRetryPermission,
} from './permissions';
