import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { chainEntities } from '../frame/storageEntities';

const entityChainContent = EntityContentBlueprint.make({
  name: 'chain',
  params: {
    path: '/chain',
    title: 'Chain',
    filter: chainEntities,
    loader: () =>
      import('../chain/EntityChainContent').then(m => <m.EntityChainContent />),
  },
});

export const chainExtensions = [entityChainContent];
