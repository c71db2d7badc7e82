import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  applicationAnnotation,
  kustomizationAnnotation,
} from '../unitsOfEntity';

export const entityDeliveryCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: {
      kind: 'component',
      $any: [applicationAnnotation, kustomizationAnnotation].map(name => ({
        [`metadata.annotations.${name}`]: { $exists: true },
      })),
    },
    loader: () =>
      import('../components/EntityDeliveryCard').then(m => (
        <m.EntityDeliveryCard />
      )),
  },
});
