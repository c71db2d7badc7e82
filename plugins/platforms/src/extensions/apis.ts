import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { platformsApiRef } from '../api/PlatformsApi';
import { PlatformsClient } from '../api/PlatformsClient';

export const platformsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: platformsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => PlatformsClient.create(deps),
    }),
});
