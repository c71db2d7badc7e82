import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiServerLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** The pages draw their own header, so that its title is translated. */
export const talosNodesPage = PageBlueprint.make({
  params: {
    path: '/nodes',
    routeRef: rootRouteRef,
    title: 'Nodes',
    icon: <RiServerLine />,
    noHeader: true,
    loader: () =>
      import('../components/NodesRouter').then(m => <m.NodesRouter />),
  },
});
