/** What was read of the platforms' repositories, over HTTP and in the search index. @packageDocumentation */
export { platformsFeatures as default } from './platformsFeatures';
