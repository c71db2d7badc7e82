/** A Kubernetes cluster of a platform. */
export interface ClusterKey {
  platform: string;
  cluster: string;
}
