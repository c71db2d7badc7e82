import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { platformAnnotation } from '../storage/cards/cephOfEntity';

const readFromPlatform = {
  [`metadata.annotations.${platformAnnotation}`]: { $exists: true },
};
const cephEntities = {
  kind: 'resource',
  'spec.type': 'ceph-cluster',
  ...readFromPlatform,
};

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
    filter: {
      kind: 'resource',
      'spec.type': { $in: ['ceph-cluster', 'kubernetes-cluster'] },
      ...readFromPlatform,
    },
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
    filter: {
      kind: 'resource',
      'spec.type': 'ceph-osd',
      ...readFromPlatform,
    },
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
