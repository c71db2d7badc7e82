/** Scaffolder form fields and the review step. @packageDocumentation */
export { platformFieldsModule as default } from './module';
export {
  platformFieldsTranslationRef,
  platformFieldsTranslations,
} from './translation';
