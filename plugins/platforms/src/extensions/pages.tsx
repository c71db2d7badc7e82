import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** The pages draw their own header, so that its title is translated. */
export const platformsPage = PageBlueprint.make({
  params: {
    path: '/platforms',
    routeRef: rootRouteRef,
    title: 'Platforms',
    icon: <RiStackLine />,
    noHeader: true,
    loader: () =>
      import('../components/PlatformsRouter').then(m => <m.PlatformsRouter />),
  },
});
