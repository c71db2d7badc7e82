export interface Config {
  platforms?: {
    [platform: string]: {
      clusters?: Array<{
        /** Name of the cluster, unique within its platform. */
        name: string;
        /**
         * How the cluster's machines are asked over the Talos API. Without it
         * they are known from Kubernetes alone, with fewer fields.
         */
        talos?: {
          /**
           * Path of a talosconfig with endpoints, ca, crt and key. The role
           * `os:reader` is enough. It is read again when it changes, so a
           * mounted Secret may be renewed.
           */
          talosconfig: string;
          /** Context of the file. Default: its current one. */
          context?: string;
          /** Seconds between two readings, at least 1. Default 60. */
          refreshSeconds?: number;
          /** Seconds one answer may take. Default 5. */
          deadlineSeconds?: number;
        };
        /**
         * Adds temperatures, SMART states and BIOS versions of node_exporter
         * and smartctl_exporter.
         */
        prometheus?: {
          /** Address below which `/api/v1/query` lies, `http` or `https`. */
          url: string;
          /**
           * Bearer token, where the address wants one.
           * @visibility secret
           */
          token?: string;
        };
      }>;
    };
  };
}
