export interface Config {
  /** The GitOps repositories the portal reads and writes, by platform id. */
  platforms?: {
    [platformId: string]: {
      /** Name for people. Default: the platform id. */
      title?: string;
      /** The GitOps repository. Credentials come from `integrations:`. */
      repository: {
        /**
         * Web address of the repository on its forge, `http` or `https`,
         * without credentials. It is cloned from this address plus `.git`.
         */
        url: string;
        /** The branch the GitOps engine deploys. Default: `main`. */
        branch?: string;
        /** Seconds between two questions for a new commit, at least 1. Default: 60. */
        pollSeconds?: number;
        /** Seconds one question may take. Default: 30. */
        timeoutSeconds?: number;
        /** Larger files, in bytes, are listed but not read. Default: 1048576. */
        maxFileBytes?: number;
      };
      /** The clusters the repository drives. */
      clusters: Array<{
        /** Name of the cluster, also under `kubernetes:`. */
        name: string;
      }>;
      /**
       * How the repository wants its files written, usually by
       * `$include: ./platforms/<platform>.yaml`.
       */
      profile: object;
    };
  };
}
