import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { unitAnnotation } from '../unitOfEntity';

export const entityDeliveryCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: {
      kind: 'component',
      [`metadata.annotations.${unitAnnotation}`]: { $exists: true },
    },
    loader: () =>
      import('../components/EntityDeliveryCard').then(m => (
        <m.EntityDeliveryCard />
      )),
  },
});
