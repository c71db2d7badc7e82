import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** All machines. */
export const rootRouteRef = createRouteRef();

/** One machine, also where the catalog has no entity of it. */
export const nodeRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:platform/:cluster/:name',
});
