/** For tests of packages that use portal-ui. @packageDocumentation */
export { findTranslationGaps } from './translations/findTranslationGaps';
