import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  cephEntities,
  healthEntities,
  osdEntities,
} from '../frame/storageEntities';

const cephContent = EntityContentBlueprint.make({
  name: 'ceph',
  params: {
    path: '/storage',
    title: 'Storage',
    filter: cephEntities,
    loader: () =>
      import('../storage/cards/EntityCephContent').then(m => (
        <m.EntityCephContent />
      )),
  },
});

const storageCard = EntityCardBlueprint.make({
  name: 'storage',
  params: {
    type: 'content',
    filter: healthEntities,
    loader: () =>
      import('../storage/cards/EntityStorageCard').then(m => (
        <m.EntityStorageCard />
      )),
  },
});

const osdCard = EntityCardBlueprint.make({
  name: 'osd',
  params: {
    type: 'content',
    filter: osdEntities,
    loader: () =>
      import('../storage/cards/EntityOsdCard').then(m => <m.EntityOsdCard />),
  },
});

/** Health of storage on entity pages. */
export const storageExtensions: ExtensionDefinition[] = [
  cephContent,
  storageCard,
  osdCard,
];
