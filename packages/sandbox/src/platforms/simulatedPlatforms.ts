/** What the sandbox knows of a platform besides what stands in its repository. */
export interface PlatformDefinition {
  /** Also the name of the folder below `repositories/`. */
  id: string;
  /** Of the repository at the forge. */
  owner: string;
  name: string;
  clusters: string[];
}

/** In the order in which they appear in the world. */
export const simulatedPlatforms: PlatformDefinition[] = [
  {
    id: 'edgit-k8s',
    owner: 'edgit',
    name: 'edgit-k8s',
    clusters: ['edgit'],
  },
  {
    id: 'pitower',
    owner: 'pitower',
    name: 'home-ops',
    clusters: ['pitower'],
  },
  {
    id: 'monosense',
    owner: 'monosense',
    name: 'k8s-gitops',
    clusters: ['infra', 'apps'],
  },
];
