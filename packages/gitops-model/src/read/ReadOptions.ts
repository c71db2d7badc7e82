/** What the reader has to know of a repository; a profile holds it. */
export interface ReadOptions {
  engine: 'argocd';
  /** The Argo CD Application files applied by hand, one or more per cluster. */
  roots: readonly { cluster: string; file: string }[];
  /** How manifests call this repository itself. */
  repositoryUrls: readonly string[];
  /** Globs of paths that are no part of the deployment, such as `docs/**`. */
  exclude: readonly string[];
  /**
   * Clusters by how Applications name them. The cluster Argo CD runs on
   * (`https://kubernetes.default.svc`, `in-cluster`) needs no entry.
   */
  destinations: readonly { server?: string; name?: string; cluster: string }[];
  /** First match wins; the owner annotation of the app's own file goes before. */
  owners: readonly OwnerRule[];
  /** Globs of the Terraform files that hold Keycloak clients. */
  loginClientFiles: readonly string[];
}

/** Every condition given must hold; globs. A rule without conditions always holds. */
export interface OwnerRule {
  owner: string;
  app?: string;
  namespace?: string;
  project?: string;
  /** Matched against the file of the app's Application. */
  path?: string;
}
