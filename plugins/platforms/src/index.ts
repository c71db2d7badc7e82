/** Platforms: all of them, one of them, what was found in an app's files. @packageDocumentation */
export { platformsPlugin as default } from './plugin';
export { platformsApiRef } from './api/PlatformsApi';
export type { PlatformsApi, RowQuery } from './api/PlatformsApi';
export { platformsTranslationRef } from './translation';
