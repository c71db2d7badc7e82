/** Schema checks of manifests; apart, because the schemas are large. @packageDocumentation */
export { checkManifests } from './checks/schemas/checkManifests';
