/** For tests of packages that use portal-ui. @packageDocumentation */
export { installMatchMedia, setWindowWidth } from './media/installMatchMedia';
export { findTranslationGaps } from './translations/findTranslationGaps';
