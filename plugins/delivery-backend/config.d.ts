export interface Config {
  platforms?: {
    [platform: string]: {
      clusters?: Array<{
        /** Name of the cluster, unique within its platform. */
        name: string;
        /**
         * The Argo CD that deploys to this cluster. Without it and
         * without `flux` the state of its deployment units is unknown.
         */
        argocd?: {
          /**
           * Address of Argo CD's server, `http` or `https`, without `/api`. Links
           * to its pages are built from it, so browsers must reach it as well.
           */
          url: string;
          /**
           * Token of an Argo CD account that may read applications
           * (`p, <account>, applications, get, *\/*, allow`) and nothing else.
           * @visibility secret
           */
          token: string;
          /** Seconds between two readings. Default 15, at least 0.5. */
          pollSeconds?: number;
          /** Seconds Argo CD may take for one answer. Default 5. */
          deadlineSeconds?: number;
        };
        /**
         * Set where Flux deploys to this cluster, `{}` for the defaults. It is
         * read over the Kubernetes API: a cluster of the same name under
         * `kubernetes.clusterLocatorMethods` (type `config`) says where that is;
         * its service account must be allowed to list Kustomizations and
         * HelmReleases.
         */
        flux?: {
          /** Seconds between two readings. Default 15, at least 0.5. */
          pollSeconds?: number;
          /** Seconds the Kubernetes API may take for one answer. Default 5. */
          deadlineSeconds?: number;
        };
      }>;
    };
  };
}
