/** Change requests: all of them, one of them, those of an app. @packageDocumentation */
export { changeRequestsPlugin as default } from './plugin';
export { changeRequestsApiRef } from './api/ChangeRequestsApi';
export type {
  ChangeRequestQuery,
  ChangeRequestsApi,
} from './api/ChangeRequestsApi';
export { changeRequestsTranslationRef } from './translation';
