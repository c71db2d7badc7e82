import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** All platforms. */
export const rootRouteRef = createRouteRef();

/** One platform. */
export const platformRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:id',
});
