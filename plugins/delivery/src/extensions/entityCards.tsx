import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const entityDeliveryCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: {
      $all: [
        { kind: 'component' },
        {
          $any: [
            { 'metadata.annotations.argocd/app-name': { $exists: true } },
            {
              'metadata.annotations.portal.internal/flux-kustomization': {
                $exists: true,
              },
            },
          ],
        },
      ],
    },
    loader: () =>
      import('../components/EntityDeliveryCard').then(m => (
        <m.EntityDeliveryCard />
      )),
  },
});
