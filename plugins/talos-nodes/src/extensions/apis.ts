import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { talosNodesApiRef } from '../api/TalosNodesApi';
import { TalosNodesClient } from '../api/TalosNodesClient';

export const talosNodesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: talosNodesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => TalosNodesClient.create(deps),
    }),
});
