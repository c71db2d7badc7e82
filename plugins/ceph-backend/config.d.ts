export interface Config {
  platforms?: {
    [platform: string]: {
      /**
       * Entity ref of the group that is notified of everything that gets
       * worse, beside the owners of affected apps, such as
       * `group:default/platform`. Default: only the owners are.
       */
      platformTeam?: string;
      clusters?: Array<{
        /** Name of the cluster, unique within its platform. */
        name: string;
        /**
         * How Ceph on this cluster, run or connected by Rook, is read. Without
         * it Rook is not looked for; volumes, the chain and the verdicts work
         * all the same.
         */
        ceph?: {
          /** Namespace of the CephCluster. Default `rook-ceph`. */
          namespace?: string;
          /** Namespace of Rook's operator. Default: that of the CephCluster. */
          operatorNamespace?: string;
          /**
           * The REST API of Ceph's manager (its dashboard module), for what
           * Rook's resources do not hold: OSDs, pools, placement groups.
           */
          manager?: {
            /** Address of the active manager, `http` or `https`, with the dashboard's path prefix if it has one. */
            url: string;
            /** A user of its own whose role may read `monitor`, `osd`, `pool`, `hosts` and `cephfs`. */
            username: string;
            /**
             * Its password. After a refusal it is not tried again until the
             * portal starts anew: ten refusals lock the account.
             * @visibility secret
             */
            password: string;
            /** Path of the certificate authority (PEM). Default: those the system trusts. */
            caFile?: string;
          };
          /** The Prometheus module of Ceph's manager, for less of the same where there is no `manager`. */
          metrics?: {
            /** Address of the module, such as `http://…:9283`, with or without `/metrics`. */
            url: string;
          };
        };
        /** How storage of this cluster is read. */
        storage?: {
          /** Seconds between two readings, at least 1. Default 30. */
          refreshSeconds?: number;
          /** Seconds one answer may take. Default 5. */
          deadlineSeconds?: number;
        };
      }>;
    };
  };
}
