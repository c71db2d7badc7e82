import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** The pages draw their own header, so that its title is translated. */
export const storagePage = PageBlueprint.make({
  params: {
    path: '/storage',
    routeRef: rootRouteRef,
    title: 'Storage',
    icon: <RiDatabase2Line />,
    noHeader: true,
    loader: () =>
      import('../frame/StorageRouter').then(m => <m.StorageRouter />),
  },
});
