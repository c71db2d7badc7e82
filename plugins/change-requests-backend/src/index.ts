/** Preview, outbox and forges of change requests. @packageDocumentation */
export { changeRequestsPlugin as default } from './plugin';
