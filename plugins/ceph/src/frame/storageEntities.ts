import { platformAnnotation } from './placeOfStorage';

const readFromPlatform = {
  [`metadata.annotations.${platformAnnotation}`]: { $exists: true },
};

/** Apps, whose data lives on volumes. */
export const appEntities = { kind: 'component', ...readFromPlatform };

/** Entities that stand for one machine. */
export const machineEntities = {
  kind: 'resource',
  'spec.type': 'talos-node',
  ...readFromPlatform,
};

/** Entities that stand for a cluster of machines. */
export const clusterEntities = {
  kind: 'resource',
  'spec.type': 'kubernetes-cluster',
  ...readFromPlatform,
};

/** Disks, OSDs and Ceph clusters: what lies in the middle of the chain. */
export const chainEntities = {
  kind: 'resource',
  'spec.type': { $in: ['disk', 'ceph-osd', 'ceph-cluster'] },
  ...readFromPlatform,
};

/** Ceph clusters. */
export const cephEntities = {
  kind: 'resource',
  'spec.type': 'ceph-cluster',
  ...readFromPlatform,
};

/** Daemons of Ceph that serve a disk. */
export const osdEntities = {
  kind: 'resource',
  'spec.type': 'ceph-osd',
  ...readFromPlatform,
};

/** Entities whose storage has a health: Ceph, and the clusters it is in. */
export const healthEntities = {
  kind: 'resource',
  'spec.type': { $in: ['ceph-cluster', 'kubernetes-cluster'] },
  ...readFromPlatform,
};
