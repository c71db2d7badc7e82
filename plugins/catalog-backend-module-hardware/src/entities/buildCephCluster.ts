import { entityRefs } from '@internal/gitops-repository';
import type { CephSummary, Volume } from '@internal/plugin-ceph-common';
import type { Declared } from '../Declared';
import type { ObservedResource } from './toResource';

/** A Ceph cluster, and the apps whose volumes lie on it. */
export function buildCephCluster(
  { platform, cluster, name, entityRef, external }: CephSummary,
  volumes: readonly Volume[],
  declared: Declared,
): ObservedResource[] {
  const owner = declared.ownerOf(platform);
  if (!owner) return [];
  const apps = volumes
    .filter(volume => volume.ceph?.entityRef === entityRef)
    .flatMap(volume => volume.apps.flatMap(app => app.entityRef ?? []));
  return [
    {
      ref: entityRef,
      type: 'ceph-cluster',
      title: name,
      description: external
        ? `Ceph cluster that ${cluster} uses and that runs elsewhere`
        : `Ceph cluster of ${cluster}`,
      platform,
      cluster,
      owner,
      dependsOn: [entityRefs.cluster(cluster)],
      dependencyOf: apps,
    },
  ];
}
