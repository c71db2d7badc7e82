import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { PlatformFormClient } from '../api/PlatformFormClient';

export const platformFormApi = ApiBlueprint.make({
  name: 'platform-form',
  params: define =>
    define({
      api: platformFormApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: PlatformFormClient.create,
    }),
});
