import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiGitPullRequestLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** The pages draw their own header, so that its title is translated. */
export const changeRequestsPage = PageBlueprint.make({
  params: {
    path: '/change-requests',
    routeRef: rootRouteRef,
    title: 'Change requests',
    icon: <RiGitPullRequestLine />,
    noHeader: true,
    loader: () =>
      import('../components/ChangeRequestsRouter').then(m => (
        <m.ChangeRequestsRouter />
      )),
  },
});
