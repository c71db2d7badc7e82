/** Scaffolder actions that turn form values into operations. @packageDocumentation */
export { platformActionsModule as default } from './module';
