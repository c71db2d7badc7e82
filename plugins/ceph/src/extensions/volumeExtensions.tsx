import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { appEntities } from '../frame/storageEntities';

const entityStorageContent = EntityContentBlueprint.make({
  name: 'app-storage',
  params: {
    path: '/storage',
    title: 'Storage',
    filter: appEntities,
    loader: () =>
      import('../volumes/EntityAppStorage').then(m => <m.EntityAppStorage />),
  },
});

const entityStorageCard = EntityCardBlueprint.make({
  name: 'app-storage',
  params: {
    type: 'content',
    filter: appEntities,
    loader: () =>
      import('../volumes/EntityAppStorageCard').then(m => (
        <m.EntityAppStorageCard />
      )),
  },
});

export const volumeExtensions = [entityStorageContent, entityStorageCard];
