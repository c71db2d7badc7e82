import type { ClusterDefinition } from '../kubernetes/Cluster';
import { installedManifests } from './installedManifests';
import { edgitNodes, monosenseNodes, pitowerNodes } from './machines';
import { storageBackends } from './storageBackends';

/** Each system of a cluster has a port and faults of its own, under this name. */
export type KubernetesSystem =
  'kubernetes' | 'pitower-kubernetes' | 'infra-kubernetes' | 'apps-kubernetes';
export type ArgocdSystem = 'argocd' | 'pitower-argocd';
/** Flux has no port: it is read over the Kubernetes API. */
export type FluxSystem = 'infra-flux' | 'apps-flux';

/** What the sandbox knows of a platform besides what stands in its repository. */
export interface PlatformDefinition {
  /** Also the name of the folder below `repositories/`. */
  id: string;
  /** Of the repository at the forge. */
  owner: string;
  name: string;
  clusters: EngineCluster[];
}

/** A cluster with what deploys to it. */
export interface EngineCluster extends ClusterDefinition {
  kubernetes: KubernetesSystem;
  engine:
    | {
        kind: 'argocd';
        system: ArgocdSystem;
        /** File, or folder of files, that somebody applied by hand. */
        rootPath: string;
      }
    | {
        kind: 'flux';
        system: FluxSystem;
        /** Folder that the first Kustomization of the cluster applies. */
        path: string;
      };
}

const monosenseKubernetes = 'v1.34.1';

export const edgitCluster: EngineCluster = {
  name: 'edgit',
  versions: { kubernetes: 'v1.35.3', talos: 'v1.12.6' },
  nodes: edgitNodes,
  backends: storageBackends.edgit,
  installed: installedManifests.edgit,
  kubernetes: 'kubernetes',
  engine: { kind: 'argocd', system: 'argocd', rootPath: 'k8s/root.yaml' },
};

export const edgitPlatform: PlatformDefinition = {
  id: 'edgit-k8s',
  owner: 'edgit',
  name: 'edgit-k8s',
  clusters: [edgitCluster],
};

/** In the order in which they appear in the world. */
export const simulatedPlatforms: PlatformDefinition[] = [
  edgitPlatform,
  {
    id: 'pitower',
    owner: 'pitower',
    name: 'home-ops',
    clusters: [
      {
        name: 'pitower',
        versions: { kubernetes: 'v1.35.1', talos: 'v1.12.4' },
        nodes: pitowerNodes,
        backends: storageBackends.pitower,
        installed: installedManifests.pitower,
        kubernetes: 'pitower-kubernetes',
        engine: {
          kind: 'argocd',
          system: 'pitower-argocd',
          rootPath: 'pitower/kubernetes/argocd',
        },
      },
    ],
  },
  {
    id: 'monosense',
    owner: 'monosense',
    name: 'k8s-gitops',
    clusters: [
      {
        name: 'infra',
        versions: { kubernetes: monosenseKubernetes, talos: 'v1.11.5' },
        nodes: monosenseNodes('infra', 11),
        backends: storageBackends.infra,
        installed: installedManifests.infra,
        kubernetes: 'infra-kubernetes',
        engine: {
          kind: 'flux',
          system: 'infra-flux',
          path: 'kubernetes/clusters/infra',
        },
      },
      {
        name: 'apps',
        // Newer than the others, so that what is new in it can be seen.
        versions: { kubernetes: monosenseKubernetes, talos: 'v1.14.0' },
        nodes: monosenseNodes('apps', 14),
        backends: storageBackends.apps,
        installed: installedManifests.apps,
        kubernetes: 'apps-kubernetes',
        engine: {
          kind: 'flux',
          system: 'apps-flux',
          path: 'kubernetes/clusters/apps',
        },
      },
    ],
  },
];
