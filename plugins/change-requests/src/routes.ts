import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** All change requests. */
export const rootRouteRef = createRouteRef();

/** One change request. */
export const changeRequestRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:id',
});

/** Where a new change begins. */
export const createPageRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});
