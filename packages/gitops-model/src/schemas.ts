/** Checks that hold manifests against their schemas; apart, because the schemas are large. @packageDocumentation */
export { checkChange } from './checks/crossFile/checkChange';
export type { CheckChangeOptions } from './checks/crossFile/checkChange';
export { checkManifests } from './checks/schemas/checkManifests';
