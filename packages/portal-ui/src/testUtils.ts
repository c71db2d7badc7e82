/** For tests of packages that use portal-ui. @packageDocumentation */
export {
  installMatchMedia,
  setWindowWidth,
} from './__testUtils__/installMatchMedia';
export { findTranslationGaps } from './translations/findTranslationGaps';
