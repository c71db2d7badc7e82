import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** Storage of all clusters. */
export const rootRouteRef = createRouteRef();

/** Storage of one cluster; its views are below it. */
export const clusterRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:platform/:cluster',
});

/** May this machine go down, and what depends on it? */
export const nodeMaintenanceRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:platform/:cluster/maintenance/:node',
});
