export interface Config {
  platforms?: {
    [platform: string]: {
      /**
       * What the GitOps repository is hosted on; `gitea` is for Forgejo, too.
       * Credentials stand under `integrations:`, at the same name. Default:
       * `github`.
       */
      forge?: 'github' | 'gitlab' | 'gitea';
      /**
       * Entity ref of the group whose members may act for every owner and
       * retry every request, such as `group:default/platform`.
       */
      platformTeam?: string;
      /** How pull requests of the portal look on the forge. */
      changeRequests?: {
        /** Labels every pull request gets. Default: none. */
        labels?: string[];
        /** Logins on the forge that every pull request asks for a review; unknown ones are left out. Default: none. */
        reviewers?: string[];
      };
    };
  };
  /** How the portal brings change requests to the forges. */
  changeRequests?: {
    /** How often each replica looks for requests that wait. Seconds. Default: 2. */
    pollSeconds?: number;
    /** How often the state on the forge and in delivery is read. Seconds. Default: 5. */
    observeSeconds?: number;
    /** How long one call of a forge or of delivery may take. Seconds. Default: 10. */
    callTimeoutSeconds?: number;
    /** How long a form waits for the GitOps repository before it gets what was read last. Seconds. Default: 5. */
    refreshTimeoutSeconds?: number;
    /** How long a replica that died keeps a request from the others. Seconds. Default: 60. */
    leaseSeconds?: number;
    /** Wait after a failed try; it doubles with each further one. Seconds. Default: 2. */
    backoffSeconds?: number;
    /** Tries before a request is failed and waits for somebody; those that the forge asked to put off do not count. Default: 6. */
    maxTries?: number;
  };
}
