import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { platformsPlugin } from './plugin';
import { searchModulePlatforms } from './search/module';

/** The plugin and what it adds to the search. */
export const platformsFeatures = createBackendFeatureLoader({
  loader: () => [platformsPlugin, searchModulePlatforms],
});
