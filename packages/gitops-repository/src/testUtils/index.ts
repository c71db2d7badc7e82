/** For tests of packages that read repositories. @packageDocumentation */
export { GitServer } from './GitServer';
