import {
  coreExtensionData,
  createExtensionInput,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/**
 * The pages draw their own header, so that its title is translated. Elements
 * attached to `clusterCards` are shown once for each cluster on its platform's
 * page, with the cluster as the entity around them.
 */
export const platformsPage = PageBlueprint.makeWithOverrides({
  inputs: {
    clusterCards: createExtensionInput([coreExtensionData.reactElement]),
  },
  factory(original, { inputs }) {
    const cards = inputs.clusterCards.map(card =>
      card.get(coreExtensionData.reactElement),
    );
    return original({
      path: '/platforms',
      routeRef: rootRouteRef,
      title: 'Platforms',
      icon: <RiStackLine />,
      noHeader: true,
      loader: () =>
        import('../components/PlatformsRouter').then(m => (
          <m.PlatformsRouter clusterCards={cards} />
        )),
    });
  },
});
