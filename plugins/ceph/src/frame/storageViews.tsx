import { ComponentType, lazy } from 'react';
import { StoragePlace } from '../api/CephApi';

/** One way to look at a cluster's storage; its path below the cluster is its name. */
export interface StorageView {
  name: 'health' | 'volumes' | 'chain' | 'maintenance';
  content: ComponentType<{ place: StoragePlace }>;
}

/** In the order of the tabs; the first is shown by default. */
export const storageViews: readonly StorageView[] = [
  {
    name: 'health',
    content: lazy(async () => ({
      default: (await import('../storage/StorageContent')).StorageContent,
    })),
  },
  {
    name: 'volumes',
    content: lazy(async () => ({
      default: (await import('../volumes/ClusterVolumes')).ClusterVolumes,
    })),
  },
  {
    name: 'chain',
    content: lazy(async () => ({
      default: (await import('../chain/ClusterChain')).ClusterChain,
    })),
  },
  {
    name: 'maintenance',
    content: lazy(async () => ({
      default: (await import('../maintenance/ClusterMaintenance'))
        .ClusterMaintenance,
    })),
  },
];
