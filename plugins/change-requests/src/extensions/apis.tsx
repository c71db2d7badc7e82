import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { changeRequestsApiRef } from '../api/ChangeRequestsApi';
import { ChangeRequestsClient } from '../api/ChangeRequestsClient';

export const changeRequestsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: changeRequestsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ChangeRequestsClient.create(deps),
    }),
});
