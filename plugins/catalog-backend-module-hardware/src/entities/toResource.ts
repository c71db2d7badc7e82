import type { Entity } from '@backstage/catalog-model';

/** What an observed thing is to be in the catalog. */
export interface ObservedResource {
  ref: string;
  type: 'talos-node' | 'disk' | 'ceph-cluster' | 'ceph-osd';
  title: string;
  description: string;
  platform: string;
  cluster: string;
  /** Kubernetes name of the machine it is, or is in. */
  node?: string;
  owner: string;
  /** Entity refs. */
  dependsOn: readonly string[];
  /** Entity refs. */
  dependencyOf?: readonly string[];
}

/** Location of all entities of one provider; the catalog wants one. */
const LOCATION = 'hardware:observed';

/** Longest text the catalog shows well. */
const TITLE_LENGTH = 200;

export function toResource(observed: ObservedResource): Entity {
  const { ref, type, title, description, platform, cluster, node } = observed;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: ref.slice(ref.indexOf('/') + 1),
      title: title.slice(0, TITLE_LENGTH),
      description,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
        'portal.internal/platform': platform,
        'portal.internal/cluster': cluster,
        ...(node && { 'portal.internal/node': node }),
      },
    },
    spec: {
      type,
      owner: observed.owner,
      dependsOn: sorted(observed.dependsOn),
      ...(observed.dependencyOf?.length && {
        dependencyOf: sorted(observed.dependencyOf),
      }),
    },
  };
}

function sorted(refs: readonly string[]): string[] {
  return [...new Set(refs)].sort();
}
