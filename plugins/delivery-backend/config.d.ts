export interface Config {
  platforms?: {
    [platform: string]: {
      clusters?: Array<{
        /** Name of the cluster, unique within its platform. */
        name: string;
        /**
         * The Argo CD that deploys to this cluster. Without it the state of
         * the cluster's deployment units is shown as unknown.
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
      }>;
    };
  };
}
