import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { cephApiRef } from '../api/CephApi';
import { CephClient } from '../api/CephClient';

export const cephApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: cephApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => CephClient.create(deps),
    }),
});
