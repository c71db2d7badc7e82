/** How other backend plugins open change requests. @packageDocumentation */
export { changeRequestsServiceRef } from './changeRequestsServiceRef';
export type {
  ChangeRequestInput,
  ChangeRequestsService,
} from './ChangeRequestsService';
