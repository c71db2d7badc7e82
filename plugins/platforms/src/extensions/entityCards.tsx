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

export const entityHostCard = EntityCardBlueprint.make({
  name: 'host',
  params: {
    type: 'content',
    filter: { kind: 'api', ...readFromPlatform },
    loader: () =>
      import('../components/EntityHostCard').then(m => <m.EntityHostCard />),
  },
});

export const entityUsedByCard = EntityCardBlueprint.make({
  name: 'used-by',
  params: {
    type: 'content',
    filter: {
      kind: 'resource',
      'spec.type': { $in: ['kubernetes-cluster', 'gateway', 'secret-store'] },
      ...readFromPlatform,
    },
    loader: () =>
      import('../components/EntityUsedByCard').then(m => (
        <m.EntityUsedByCard />
      )),
  },
});
