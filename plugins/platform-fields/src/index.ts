/** Scaffolder form fields and the review step. @packageDocumentation */
export { platformFieldsModule as default } from './module';
export { TemplateCard } from './card/TemplateCard';
export { platformFieldsTranslationRef } from './translation';
