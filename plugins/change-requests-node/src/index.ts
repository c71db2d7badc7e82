/** How other backend plugins open change requests. @packageDocumentation */
export type {
  ChangeRequestInput,
  ChangeRequestsService,
} from './ChangeRequestsService';
