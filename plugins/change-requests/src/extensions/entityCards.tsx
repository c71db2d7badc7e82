import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { platformAnnotation } from '../appOfEntity';

export const entityChangeRequestsCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: {
      kind: 'component',
      [`metadata.annotations.${platformAnnotation}`]: { $exists: true },
    },
    loader: () =>
      import('../components/EntityChangeRequestsCard').then(m => (
        <m.EntityChangeRequestsCard />
      )),
  },
});
