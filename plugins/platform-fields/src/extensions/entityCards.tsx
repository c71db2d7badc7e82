import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const entityChangesCard = EntityCardBlueprint.make({
  name: 'changes',
  params: {
    type: 'info',
    filter: {
      kind: 'component',
      'metadata.annotations.portal.internal/platform': { $exists: true },
    },
    loader: () =>
      import('../entity/EntityChangesCard').then(m => <m.EntityChangesCard />),
  },
});
