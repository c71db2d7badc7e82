import { platformAnnotation } from '../nodeOfEntity';

const readFromPlatform = {
  [`metadata.annotations.${platformAnnotation}`]: { $exists: true },
};

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
