import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { platformAnnotation } from '../appOfEntity';

const readFromPlatform = {
  [`metadata.annotations.${platformAnnotation}`]: { $exists: true },
};

export const entityFindingsCard = EntityCardBlueprint.make({
  name: 'findings',
  params: {
    type: 'content',
    filter: { kind: 'component', ...readFromPlatform },
    loader: () =>
      import('../components/EntityFindingsCard').then(m => (
        <m.EntityFindingsCard />
      )),
  },
});

export const entityOriginCard = EntityCardBlueprint.make({
  name: 'origin',
  params: {
    type: 'info',
    filter: readFromPlatform,
    loader: () =>
      import('../components/EntityOriginCard').then(m => (
        <m.EntityOriginCard />
      )),
  },
});
