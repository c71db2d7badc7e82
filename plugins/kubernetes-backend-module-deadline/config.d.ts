export interface Config {
  kubernetes?: {
    /**
     * Seconds a cluster may take to list one kind of objects; what is not
     * there by then is shown as an error of its own. Default: 10.
     */
    deadlineSeconds?: number;
  };
}
