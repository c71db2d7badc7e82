import { entityRefs } from '@internal/gitops-repository';
import type { CephSummary, Chain, Osd } from '@internal/plugin-ceph-common';
import type { Declared } from '../Declared';
import type { ObservedResource } from './toResource';

/** OSDs; each depends on the disk, else the machine, that the chain proves it to lie on. */
export function buildOsds(
  osds: readonly Osd[],
  { platform, cluster, name, entityRef }: CephSummary,
  chains: readonly Chain[],
  declared: Declared,
): ObservedResource[] {
  const owner = declared.ownerOf(platform);
  if (!owner) return [];
  return osds.map(osd => ({
    ref: osd.entityRef,
    type: 'ceph-osd',
    title: `${name} osd.${osd.id}`,
    description: [`OSD ${osd.id} of ${name}`, osd.deviceClass, osd.node]
      .filter(Boolean)
      .join(', '),
    platform,
    cluster,
    node: osd.node,
    owner,
    dependsOn: [
      entityRefs.cluster(cluster),
      ...findBelow(chains, osd.entityRef),
    ],
    dependencyOf: [entityRef],
  }));
}

function findBelow(chains: readonly Chain[], entityRef: string): string[] {
  return chains.flatMap(({ items, links }) => {
    const item = items.find(candidate => candidate.entityRef === entityRef);
    return links
      .filter(link => link.to === item?.id && link.proof !== 'none')
      .flatMap(
        ({ from }) => items.find(({ id }) => id === from)?.entityRef ?? [],
      );
  });
}
